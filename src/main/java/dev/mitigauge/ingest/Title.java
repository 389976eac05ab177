package dev.mitigauge.ingest;

import dev.mitigauge.facts.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title taken apart: {@code MS-MED-006: SEC-WEB-16 - Add headers} has the id MS-MED-006, the code SEC-WEB-16 and the text "Add headers".
 *
 * @param id the first id in front, else one in brackets or parentheses at the end, null if there is none
 * @param codes the ids after it
 * @param number the number in front, as in {@code ### 4. Title}; null if there is none
 * @param text the words that remain
 */
record Title(
        @Nullable String id, List<String> codes, @Nullable Integer number, String text) {

    static Title of(String plain) {
        List<String> ids = List.of();
        Integer number = null;
        int from = skip(plain, 0);
        int word = wordEnd(plain, from);
        while (word > from) {
            if (Ids.isId(plain, from, word)
                    || isIssue(plain, from, word)
                    || (ids.isEmpty() && isShort(plain, from, word))) {
                ids = ids.isEmpty() ? new ArrayList<>(2) : ids;
                ids.add(plain.substring(from, word));
            } else if (number == null && ids.isEmpty() && isNumber(plain, from, word)) {
                number = Integer.valueOf(plain.substring(from, word));
            } else {
                break;
            }
            from = skip(plain, noteEnd(plain, word));
            word = wordEnd(plain, from);
        }
        String text = plain.substring(start(plain, from)).strip();
        if (text.isEmpty()) {
            text = plain.strip();
        }
        if (ids.isEmpty()) {
            return new Title(atEnd(text), List.of(), number, text);
        }
        String id = ids.remove(0);
        return new Title(id, ids, number, text);
    }

    /** Words in brackets in front keep both of their brackets. */
    private static int start(String plain, int from) {
        boolean bracket = from > 0 && from < plain.length() && plain.charAt(from - 1) == '[';
        return bracket && plain.indexOf(']', from) > 0 ? from - 1 : Math.min(from, plain.length());
    }

    private static @Nullable String atEnd(String text) {
        if (!text.endsWith(")") && !text.endsWith("]")) {
            return null;
        }
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
        if (open < 0 || text.indexOf(' ', open) >= 0) {
            return null;
        }
        String inside = text.substring(open + 1, text.length() - 1);
        for (Ids.Named named : Ids.all(inside, List.of())) {
            boolean whole = named.end() - named.start() == inside.length();
            if ((named.kind() == ReferenceKind.ID || named.kind() == ReferenceKind.ISSUE) && whole) {
                return named.target();
            }
        }
        return null;
    }

    /** Whether the id is a letter or two with a number, as in {@code B1 — Title}: it names something in its own document only. */
    boolean hasShortId() {
        return id != null && isShort(id);
    }

    private static boolean isShort(String text, int from, int end) {
        int at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        boolean apart = at + 1 < text.length() && text.charAt(at + 1) == ' ' && "—–-:".indexOf(text.charAt(at)) >= 0;
        return apart && isShort(text.substring(from, end));
    }

    private static boolean isShort(String word) {
        int digit = 0;
        while (digit < word.length() && Character.isUpperCase(word.charAt(digit))) {
            digit++;
        }
        // P0 to P4 are priorities; whoever counts to P12 counts entries.
        boolean counted = word.startsWith("P") && digit == 1 && word.length() > 2;
        boolean letters = digit > 0 && digit <= 2 && (counted || !Ids.isStandard(word.substring(0, digit)));
        return letters && word.length() - digit <= 3 && digits(word, digit, word.length());
    }

    private static boolean isIssue(String text, int from, int end) {
        return end - from > 1 && text.charAt(from) == '#' && digits(text, from + 1, end);
    }

    private static boolean isNumber(String text, int from, int end) {
        if (end - from > 3 || !digits(text, from, end)) {
            return false;
        }
        return end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ')' || text.charAt(end) == ':');
    }

    private static boolean digits(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > from;
    }

    /** {@code R-01¹ Title}: a note's number behind an id is no part of it. */
    private static int noteEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isRaised(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isRaised(char c) {
        return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
    }

    /** The words of a cell without the number of a note behind them. */
    static String withoutNote(String text) {
        int end = text.length();
        while (end > 0 && isRaised(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Letters.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '#'
                        || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** Separators between ids and words, and marks in front. */
    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length()
                && !Letters.isLetterOrDigit(text.charAt(i))
                && text.charAt(i) != '#'
                && text.charAt(i) != '`') {
            if (text.charAt(i) == '(' && i > 0 && from > 0) {
                break;
            }
            i++;
        }
        return i;
    }
}
