package dev.mitigauge.ingest;

import dev.mitigauge.facts.Severity;
import org.jspecify.annotations.Nullable;

/** Reads a CVSS score by the qualitative severity rating scale of its specification (CVSS v4.0, section 6; the same in v3.1). */
final class Cvss {

    private Cvss() {}

    /** Severity of a text that begins with a score such as {@code 9.1}, {@code 9.1/10} or {@code CVSS 9.1}; null if it begins with none. */
    static @Nullable Severity severity(String text) {
        int from = text.regionMatches(true, 0, "cvss", 0, 4) ? 4 : 0;
        while (from > 0 && from < text.length() && !Character.isDigit(text.charAt(from)) && from < 12) {
            from++;
        }
        int dot = text.indexOf('.', from);
        boolean score = dot > from
                && dot - from <= 2
                && dot + 1 < text.length()
                && digits(text, from, dot)
                && Character.isDigit(text.charAt(dot + 1))
                && (dot + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(dot + 2)));
        return score ? rating(Integer.parseInt(text.substring(from, dot)) * 10 + text.charAt(dot + 1) - '0') : null;
    }

    private static boolean digits(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Severity rating(int tenths) {
        if (tenths > 100) {
            return null;
        }
        return tenths >= 90
                ? Severity.CRITICAL
                : tenths >= 70
                        ? Severity.HIGH
                        : tenths >= 40 ? Severity.MEDIUM : tenths > 0 ? Severity.LOW : Severity.NONE;
    }
}
