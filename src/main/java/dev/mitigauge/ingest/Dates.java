package dev.mitigauge.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds dates in text. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {}

    /** Whether {@code yyyy-mm-dd} stands here. */
    static boolean isIsoDate(String text, int at) {
        if (at + 10 > text.length()) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(at + i);
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' && c != '/' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The first date in the text: {@code 2026-02-06}, {@code 06.02.2026}, {@code 6 February 2026}, {@code February 6, 2026}. */
    static @Nullable LocalDate find(String text) {
        return hasYear(text) ? first(text) : null;
    }

    /** Whether four digits stand together: every date has them. */
    private static boolean hasYear(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < 4; i++) {
            digits = isDigit(text.charAt(i)) ? digits + 1 : 0;
        }
        return digits == 4;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable LocalDate first(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean start = i == 0 || !Letters.isLetterOrDigit(text.charAt(i - 1));
            if (start && c >= '0' && c <= '9') {
                LocalDate date = numeric(text, i);
                if (date != null) {
                    return date;
                }
            } else if (start && Character.isLetter(c)) {
                LocalDate date = named(text, i);
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static @Nullable LocalDate numeric(String text, int at) {
        if (isIsoDate(text, at)) {
            return date(number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2));
        }
        int day = digits(text, at);
        int dot = at + day;
        if (day == 0 || day > 2 || dot >= text.length()) {
            return null;
        }
        if (text.charAt(dot) == '.') {
            int month = digits(text, dot + 1);
            int second = dot + 1 + month;
            if (month > 0
                    && month <= 2
                    && second < text.length()
                    && text.charAt(second) == '.'
                    && digits(text, second + 1) == 4) {
                return date(number(text, second + 1, 4), number(text, dot + 1, month), number(text, at, day));
            }
            return null;
        }
        if (text.charAt(dot) == ' ' && dot + 4 < text.length()) {
            int month = month(text, dot + 1);
            int end = wordEnd(text, dot + 1);
            if (month > 0 && end + 1 < text.length() && digits(text, end + 1) == 4) {
                return date(number(text, end + 1, 4), month, number(text, at, day));
            }
        }
        return null;
    }

    private static @Nullable LocalDate named(String text, int at) {
        int month = month(text, at);
        if (month == 0) {
            return null;
        }
        int dayAt = wordEnd(text, at) + 1;
        int day = digits(text, dayAt);
        if (day == 0 || day > 2) {
            return null;
        }
        int year = dayAt + day;
        while (year < text.length() && (text.charAt(year) == ',' || text.charAt(year) == ' ')) {
            year++;
        }
        return digits(text, year) == 4 ? date(number(text, year, 4), month, number(text, dayAt, day)) : null;
    }

    private static int month(String text, int at) {
        boolean initial = at < text.length() && "JFMASONDjfmasond".indexOf(text.charAt(at)) >= 0;
        if (!initial || at + 3 > text.length() || wordEnd(text, at) - at < 3) {
            return 0;
        }
        return MONTHS.indexOf(text.substring(at, at + 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }

    private static int digits(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - at;
    }

    private static int number(String text, int at, int length) {
        int value = 0;
        for (int i = at; i < at + length; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return year < 1970 || year > 2999 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }
}
