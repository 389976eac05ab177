package dev.mitigauge.rules;

import org.kie.api.runtime.rule.ConsequenceException;

/** Says whose fault it is when a rule throws. */
final class RuleFailures {

    private RuleFailures() {}

    static RuleFailure of(RuntimeException thrown) {
        Throwable cause = root(thrown);
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (thrown instanceof ConsequenceException in && in.getRule() != null) {
            return new RuleFailure("rule `" + in.getRule().getName() + "` failed: " + what, thrown);
        }
        return new RuleFailure("a condition of a rule failed: " + what, thrown);
    }

    /** The innermost cause. */
    static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
