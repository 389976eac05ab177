package dev.mitigauge.rules;

/** Port for those who want to know how long each rule took. Called on the judging thread, after the rules have come to their end. */
@FunctionalInterface
public interface RuleTimes {

    /** Wants to know nothing. */
    RuleTimes NONE = (rule, nanos) -> {};

    /**
     * A rule that fired took so long in one judgement: from the end of the firing before to the end of its own, so what it found and what it
     * did. What was looked for in vain meanwhile counts for it as well; putting in the facts counts for nobody.
     */
    void took(String ruleId, long nanos);
}
