package dev.mitigauge.assessment;

import dev.mitigauge.rules.RuleTimes;
import org.jspecify.annotations.Nullable;

/** Port for those who want to know of assessments, or of some of it. Called on the assessing thread: must be quick and must not throw. */
public interface AssessmentListener {

    /** Wants to know nothing. */
    AssessmentListener NONE = new AssessmentListener() {};

    /** Stages of an assessment that are timed. */
    enum Stage {
        PARSE,
        RULES,
        RENDER
    }

    /** A stage took so many nanoseconds. */
    default void timed(Stage stage, long nanos) {}

    /** An assessment was made. */
    default void assessed(Assessment assessment, String origin, long nanos) {}

    /** An assessment of a project was kept. */
    default void kept(Assessment assessment) {}

    /** A rule of the active set fired so many times in one assessment. */
    default void fired(String ruleId, int times) {}

    /** Who wants to know how long each rule takes in the judgement that begins; asked once for each. */
    default RuleTimes ruleTimes() {
        return RuleTimes.NONE;
    }

    /**
     * Of whom all is that this thread tells from now on.
     *
     * @param requestId of the request, null for none
     * @param traceId of the trace that it is in, null for none
     */
    default void serving(@Nullable String requestId, @Nullable String traceId) {}

    /** A request was turned away; the reason is one of a few fixed words, such as {@code too_large}. */
    default void rejected(String reason) {}

    /** A rule set became active. */
    default void rulesActivated(String digest) {}

    /** A rule set was refused; the one before stays. */
    default void rulesRefused(int problems) {}

    /** After a refusal, the rules on disk are again those in force: nothing was loaded. */
    default void rulesRestored() {}
}
