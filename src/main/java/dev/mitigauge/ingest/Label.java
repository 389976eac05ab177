package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import org.jspecify.annotations.Nullable;

/**
 * {@code **Reason:** because …}: a label and what follows it.
 *
 * @param name the label without marks
 * @param field what it speaks of, null if the words are not known
 * @param value what follows, with its marks
 * @param bold whether the label is set off by marks, so that it is one even if its words are not known
 */
record Label(String name, @Nullable Field field, String value, boolean bold) {

    private static final int LONGEST = 60;
    private static final int LONGEST_PLAIN = 40;

    /** The label that a line starts with, null if it starts with none. */
    static @Nullable Label of(String line, Vocabulary words) {
        int from = 0;
        while (from < line.length()
                && !isMark(line.charAt(from))
                && line.charAt(from) != '`'
                && !Letters.isLetterOrDigit(line.charAt(from))) {
            from++;
        }
        if (from >= line.length()) {
            return null;
        }
        char mark = line.charAt(from);
        if (mark == '`') {
            return coded(line, from, words);
        }
        return isMark(mark) ? bold(line, from, mark, words) : plain(line, from, words);
    }

    /** {@code `WhyNotFixed`: because …}: only if its words are known, for much else stands in back-ticks. */
    private static @Nullable Label coded(String line, int from, Vocabulary words) {
        int end = line.indexOf('`', from + 1);
        if (end < 0 || end - from > LONGEST_PLAIN || end + 1 >= line.length() || !isColon(line.charAt(end + 1))) {
            return null;
        }
        String name = apart(line.substring(from + 1, end));
        Field field = field(name, words, false);
        return field == null
                ? null
                : new Label(name, field, line.substring(end + 2).strip(), true);
    }

    /** Words that stand together, each with a capital, as words apart. */
    private static String apart(String name) {
        StringBuilder words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            boolean next = i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            words.append(next ? " " : "").append(name.charAt(i));
        }
        return words.toString();
    }

    private static boolean isMark(char c) {
        return c == '*' || c == '_';
    }

    private static @Nullable Label bold(String line, int from, char mark, Vocabulary words) {
        int open = from;
        while (open < line.length() && line.charAt(open) == mark) {
            open++;
        }
        String close = line.substring(from, open);
        int end = line.indexOf(close, open);
        if (end < 0 || end == open || end - open > LONGEST) {
            return null;
        }
        String inside = line.substring(open, end).strip();
        int after = end + close.length();
        // French sets a space in front of a colon.
        while (after + 1 < line.length() && isSpace(line.charAt(after)) && isColon(line.charAt(after + 1))) {
            after++;
        }
        boolean colonInside = endsWithColon(inside);
        boolean colonAfter = after < line.length() && isColon(line.charAt(after));
        if (!colonInside && !colonAfter) {
            return withFullStop(inside, line.substring(after).strip(), words);
        }
        String name = colonInside ? inside.substring(0, inside.length() - 1).strip() : inside;
        String value = line.substring(colonAfter ? after + 1 : after).strip();
        return new Label(Plain.of(name).text(), field(Plain.of(name).text(), words, true), value, true);
    }

    /** {@code **Context.** The gate …}: only if its words are known, for much else ends in a full stop. */
    private static @Nullable Label withFullStop(String inside, String value, Vocabulary words) {
        if (!inside.endsWith(".") && !inside.endsWith("。")) {
            return null;
        }
        String name = Plain.of(inside.substring(0, inside.length() - 1)).text();
        Field field = field(name, words, false);
        return field == null ? null : new Label(name, field, value, true);
    }

    private static @Nullable Label plain(String line, int from, Vocabulary words) {
        if (line.indexOf(':', from) < 0 && line.indexOf('：', from) < 0) {
            return null;
        }
        int colon = from;
        int limit = Math.min(line.length(), from + LONGEST_PLAIN);
        while (colon < limit && !isColon(line.charAt(colon))) {
            colon++;
        }
        if (colon >= limit) {
            return null;
        }
        boolean wide = line.charAt(colon) == '：';
        if (!wide && colon + 1 < line.length() && line.charAt(colon + 1) > ' ') {
            return null;
        }
        String name = Plain.of(line.substring(from, colon)).text();
        Field field = field(name, words, false);
        boolean alone = line.substring(colon + 1).isBlank() && from == 0;
        if (field == null && !alone) {
            return null;
        }
        return new Label(name, field, line.substring(colon + 1).strip(), false);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == 0xA0 || c == 0x202F;
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '：';
    }

    private static boolean endsWithColon(String text) {
        return !text.isEmpty() && isColon(text.charAt(text.length() - 1));
    }

    /** "Severity / status": of several known words apart by a slash, what the first speaks of; null if one is not known. */
    private static @Nullable Field first(String name, Vocabulary words) {
        int slash = name.indexOf('/');
        Field first = slash <= 0 ? null : words.fields.whole(name.substring(0, slash));
        return first == null || field(name.substring(slash + 1), words, false) == null ? null : first;
    }

    /** Whether a part of the words behind a slash speaks of this. */
    static boolean adds(String name, Field field, Vocabulary words) {
        int slash = name.indexOf('/');
        return slash > 0
                && (words.fields.whole(name.substring(slash + 1)) == field
                        || adds(name.substring(slash + 1), field, words));
    }

    /**
     * What a label's or column's words speak of: the whole of it; without what stands in parentheses; for a label that is set off, also
     * what it begins with.
     */
    static @Nullable Field field(String name, Vocabulary words, boolean beginning) {
        Field whole = words.fields.whole(name);
        if (whole != null) {
            return whole;
        }
        int open = name.indexOf('(');
        if (open > 1) {
            whole = words.fields.whole(name.substring(0, open));
            if (whole != null) {
                return whole;
            }
        }
        if (!beginning) {
            return first(name, words);
        }
        int from = 0;
        while (from < name.length() && !Letters.isLetterOrDigit(name.charAt(from))) {
            from++;
        }
        Phrases.Found<Field> start = from < name.length() ? words.fields.at(name, from) : null;
        return start == null || isNumber(name, start.end()) || isSaid(name, start.end()) ? null : start.value();
    }

    /** "Route that answers 200 although nothing was read": what goes on for so long says what is wrong itself. */
    private static boolean isSaid(String name, int at) {
        return name.substring(at).chars().filter(c -> c == ' ').count() > MOST_WORDS;
    }

    private static final int MOST_WORDS = 5;

    /** "FINDING-002" names one finding; it is no label of what was found. */
    private static boolean isNumber(String name, int at) {
        boolean sign = at + 1 < name.length() && "-#_".indexOf(name.charAt(at)) >= 0;
        return sign && Character.isDigit(name.charAt(at + 1));
    }
}
