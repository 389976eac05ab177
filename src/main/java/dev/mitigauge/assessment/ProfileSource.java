package dev.mitigauge.assessment;

/** What says whose thresholds count. */
public enum ProfileSource {
    /** The request, or the project that it belongs to. */
    REQUEST,
    /** The environment that the request says is deployed to. */
    DEPLOYMENT,
    /** The environment that the documents are about. */
    DOCUMENTS,
    /** The setting, for nothing else says. */
    SETTINGS
}
