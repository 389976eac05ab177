package dev.mitigauge.report;

/**
 * How text is laid out.
 *
 * @param width columns that lines are wrapped at, at least {@value #NARROWEST}
 * @param colour whether ANSI colours are used
 */
public record TextOptions(int width, boolean colour) {

    public static final int NARROWEST = 40;

    /** For a file or a pipe. */
    public static final TextOptions PLAIN = new TextOptions(100, false);

    public TextOptions {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("width must be at least " + NARROWEST + ", but is " + width);
        }
    }
}
