package dev.mitigauge.findings;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says about itself in its annotations.
 *
 * @param id unique within a rule set, such as {@code DEF-001}
 * @param title one line
 * @param level the level of its findings
 * @param why why the rule exists
 * @param remedy what to do about its findings
 */
public record RuleText(String id, String title, Level level, String why, String remedy) {

    /** The rule whose consequence this thread runs: lets a rule's author write {@code Finding.of($risk)} and nothing more. */
    private static final ThreadLocal<@Nullable RuleText> FIRING = new ThreadLocal<>();

    /** Told by the engine before each consequence, and with null after the last. Out of reach of rules. */
    public static void nowFiring(@Nullable RuleText rule) {
        FIRING.set(rule);
    }

    static RuleText firing() {
        RuleText rule = FIRING.get();
        if (rule == null) {
            throw new IllegalStateException("a finding can only be made in the `then` part of a rule with an @id");
        }
        return rule;
    }
}
