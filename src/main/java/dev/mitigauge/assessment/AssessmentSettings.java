package dev.mitigauge.assessment;

/**
 * Defaults of assessments.
 *
 * @param profile profile of requests that name none
 * @param nextActions most next actions of requests that do not say, from 0; each costs one more run of the rules
 */
public record AssessmentSettings(String profile, int nextActions) {

    public static final AssessmentSettings DEFAULT = new AssessmentSettings("production", 0);

    public AssessmentSettings {
        if (nextActions < 0) {
            throw new IllegalArgumentException("assessment.nextActions must not be negative, but is " + nextActions);
        }
    }
}
