package dev.mitigauge.findings;

/** There are tasks outside of blank forms, and no finding holds the release: scores decide. */
public record Judgeable() {}
