package dev.mitigauge.report;

import java.util.Arrays;

/**
 * Makes text from documents safe to show on a terminal: no code point in it moves the cursor, changes a colour, turns the direction of
 * writing or is invisible. Documents are untrusted, and so is every name and title that comes from them.
 */
public final class Printable {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** First and last code point of the blocks of Unicode's East Asian Width table that matter here. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Printable() {}

    /** The text on one line: line ends and tabs become spaces, other control characters are spelled out as <code>&#92;u{1b}</code>. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    /** The same, cut after so many code points with an ellipsis. */
    public static String shortened(String text, int most) {
        if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, most - 1))) + "…";
    }

    /** How many columns of a terminal printable text takes: none for marks that combine, two for ideographs and emoji. */
    static int columns(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    /** As much of printable text as so many columns hold, with an ellipsis if it is not all. */
    static String fitting(String text, int most) {
        if (columns(text) <= most) {
            return text;
        }
        int used = 1;
        int end = 0;
        while (end < text.length() && used + columns(text.codePointAt(end)) <= most) {
            used += columns(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    private static void append(int c, StringBuilder out) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out.append(' ');
        } else if (unsafe(c)) {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean unsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Emoji of several people are joined by it; every other format character hides or reorders text.
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static int columns(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        return c >= WIDE[0][0] && Arrays.stream(WIDE).anyMatch(block -> c >= block[0] && c <= block[1]);
    }
}
