package dev.mitigauge.report;

/**
 * A piece of text in one style. Whatever is printed passes through here and is made printable, so that no section of a report can forget.
 *
 * @param text printable, on one line, at most {@value #LONGEST} characters
 * @param style how it looks where colour is on
 */
record Span(String text, Style style) {

    /** A title or message quotes a document, and a document's line can have any length. */
    private static final int LONGEST = 500;

    /** The styles of a report. */
    enum Style {
        PLAIN(""),
        STRONG("\u001b[1m"),
        FAINT("\u001b[2m"),
        GOOD("\u001b[1;32m"),
        CAUTION("\u001b[1;33m"),
        BAD("\u001b[1;31m");

        static final String RESET = "\u001b[0m";
        private final String code;

        Style(String code) {
            this.code = code;
        }

        String paint(String text) {
            return this == PLAIN ? text : code + text + RESET;
        }
    }

    Span {
        text = Printable.shortened(text, LONGEST);
    }

    static Span plain(String text) {
        return new Span(text, Style.PLAIN);
    }

    static Span strong(String text) {
        return new Span(text, Style.STRONG);
    }

    static Span faint(String text) {
        return new Span(text, Style.FAINT);
    }
}
