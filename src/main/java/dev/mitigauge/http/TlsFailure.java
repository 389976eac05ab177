package dev.mitigauge.http;

/** Certificate and key can't be used. */
final class TlsFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param message why, lower case, without full stop
     * @param remedy what to do about it
     */
    TlsFailure(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
