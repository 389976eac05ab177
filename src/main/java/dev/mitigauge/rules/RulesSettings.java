package dev.mitigauge.rules;

/**
 * Bounds of judging, and whether changed rules are taken up.
 *
 * @param maxFiringsPerFact most firings of one judgement, for each fact given, at least 1: what ends a rule that fires itself anew
 * @param judgeMillis longest time for one judgement, in milliseconds, at least 1
 * @param compileMillis longest time for reading and compiling rule files, in milliseconds, at least 1
 * @param buildMillis longest time for making a rule base of compiled rules, in milliseconds, at least 1
 * @param maxAllocatedMegabytes most memory that one judgement may take, what it gives back included, at least 1
 * @param certifyRuns how many generated inputs a rule set must pass before it becomes active, from 0, which asks for no certificate
 * @param requireCases whether a set from the directory or of a start becomes active only if its cases pass; one sent over HTTP always must
 * @param watch whether the service takes up changes of the rules directory
 * @param watchMillis how often it looks for changes that nobody announces, in milliseconds, from 50
 */
public record RulesSettings(
        int maxFiringsPerFact,
        int judgeMillis,
        int compileMillis,
        int buildMillis,
        int maxAllocatedMegabytes,
        int certifyRuns,
        boolean requireCases,
        boolean watch,
        int watchMillis) {

    public static final RulesSettings DEFAULT =
            new RulesSettings(100, 10_000, 60_000, 30_000, 4096, 75, false, true, 1000);

    public RulesSettings {
        atLeast("maxFiringsPerFact", maxFiringsPerFact, 1);
        atLeast("judgeMillis", judgeMillis, 1);
        atLeast("compileMillis", compileMillis, 1);
        atLeast("buildMillis", buildMillis, 1);
        atLeast("maxAllocatedMegabytes", maxAllocatedMegabytes, 1);
        atLeast("certifyRuns", certifyRuns, 0);
        atLeast("watchMillis", watchMillis, 50);
    }

    private static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("rules." + key + " must be at least " + least + ", but is " + value);
        }
    }
}
