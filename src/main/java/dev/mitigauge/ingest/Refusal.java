package dev.mitigauge.ingest;

/**
 * Why a document was not read.
 *
 * @param document its name
 * @param line line of the fault, 0 if it concerns the whole document
 * @param cause what kind of fault
 * @param message what is wrong, lower case, without full stop
 * @param remedy what to do about it
 */
public record Refusal(String document, int line, Cause cause, String message, String remedy) {

    /** What kind of fault. */
    public enum Cause {
        /** It has more bytes, or the request more documents, than the settings allow. */
        TOO_LARGE,
        /** It holds NUL bytes or is an image, an archive or the like. */
        BINARY,
        /** Its bytes are no UTF-8. */
        INVALID_UTF8,
        /** It is nested deeper, or a line is longer, than the settings allow. */
        TOO_COMPLEX,
        /** Two documents of one request have the same name. */
        DUPLICATE_NAME
    }
}
