package dev.mitigauge.rules;

/** A rule threw, or the rules did not come to an end: the fault of a rule, not of the request. */
public final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RuleFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public RuleFailure(String message) {
        super(message);
    }
}
