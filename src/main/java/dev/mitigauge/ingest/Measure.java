package dev.mitigauge.ingest;

/** Numbers that measure something: {@code Open findings: 0}, {@code Backend: ~95 %}, {@code Code quality: 64/100 (fair)}. */
final class Measure {

    private Measure() {}

    /** Whether a number is all that stands behind the last colon, with its unit and a note at most. */
    static boolean is(String text) {
        int colon = Math.max(text.lastIndexOf(": "), text.lastIndexOf("： "));
        if (colon < 1) {
            return false;
        }
        int at = colon + 2;
        while (at < text.length() && " ~≈*".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int end = number(text, at);
        end = end > at && end < text.length() && text.charAt(end) == '/' ? number(text, end + 1) : end;
        return end > at && isNote(text, end);
    }

    private static int number(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || isPoint(text, end))) {
            end++;
        }
        return end;
    }

    private static boolean isPoint(String text, int at) {
        return (text.charAt(at) == '.' || text.charAt(at) == ',')
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Nothing but a percent sign, marks and what stands in brackets. */
    private static boolean isNote(String text, int from) {
        int open = text.indexOf('(', from);
        int end = open < 0 ? text.length() : open;
        for (int i = from; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return open < 0 || text.indexOf(')', open) >= text.length() - 2;
    }
}
