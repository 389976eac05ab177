package dev.mitigauge.rules;

/** A case file holds something that can't be understood. */
final class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CaseException(String message) {
        super(message);
    }
}
