package dev.mitigauge.rules;

/** The caller's time was up before the rules came to an end: no fault of a rule. */
public final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime(Throwable cause) {
        super("the caller's time was up before the rules came to an end", cause);
    }

    OutOfTime() {
        super("the caller's time was up before the rules began");
    }
}
