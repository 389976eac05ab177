package dev.mitigauge.rules;

/** What a rule set goes through before it may judge, in this order. */
public enum Stage {
    /** It is read, looked over, compiled, and what its code uses is checked. */
    LOAD,
    /** Its cases are run. */
    TEST,
    /** What must hold for every set is tried on many inputs. */
    CERTIFY;

    private static final String OUT_OF_TIME =
            "give it more time, or run `mitigauge rules test` and `mitigauge rules certify`";

    /** That there was no time to go through all of a stage. */
    static Problem outOfTime(String what) {
        return new Problem("", 0, 0, "there was no time left to " + what, OUT_OF_TIME, null);
    }
}
