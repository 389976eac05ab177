package dev.mitigauge.assessment;

/**
 * Defaults of assessments.
 *
 * @param profile profile of requests that name none
 * @param nextActions most next actions of requests that do not say, from 0; each costs one more run of the rules
 * @param pathRuns most runs of the rules for one path, from 0
 * @param pathFacts most facts that all runs for one path may go over: what bounds the search for large documents, at least 1
 * @param worsensDays how many days ahead is looked for a worse answer, from 0
 * @param cacheBytes most memory for answers that a service gives again when it is asked for the same, 0 for none
 */
public record AssessmentSettings(
        String profile, int nextActions, int pathRuns, int pathFacts, int worsensDays, int cacheBytes) {

    public static final AssessmentSettings DEFAULT =
            new AssessmentSettings("production", 0, 400, 150_000, 365, 16 * 1024 * 1024);

    /** Fewer runs than these find nothing. */
    private static final int LEAST_RUNS = 12;

    public AssessmentSettings {
        atLeast("nextActions", nextActions, 0);
        atLeast("pathRuns", pathRuns, 0);
        atLeast("pathFacts", pathFacts, 1);
        atLeast("worsensDays", worsensDays, 0);
        atLeast("cacheBytes", cacheBytes, 0);
    }

    /** Most runs of the rules for one path over so many facts. */
    int runs(int facts) {
        return Math.min(pathRuns, Math.max(LEAST_RUNS, pathFacts / Math.max(1, facts)));
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "assessment." + key + " must be at least " + least + ", but is " + value);
        }
    }
}
