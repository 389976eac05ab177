package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of Markdown without its marks.
 *
 * @param text what a reader sees, white space collapsed
 * @param codes contents of its code spans, in order
 * @param links targets of its links, in order
 * @param struck the part that is struck through, empty if none
 */
record Plain(String text, List<String> codes, List<String> links, String struck) {

    /** Whether all of it but a few words of comment is struck through. */
    boolean isStruck() {
        return !struck.isEmpty();
    }

    static Plain of(String raw) {
        return isPlain(raw) ? new Plain(raw, List.of(), List.of(), "") : new Scanner(raw).scan();
    }

    /** Whether nothing needs to be taken away: most lines have no marks but a box in front. */
    private static boolean isPlain(String raw) {
        boolean bracket = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < UNMARKED.length && UNMARKED[c]) {
                continue;
            }
            if (isOtherSpace(c) || (isSpecial(c) && isMark(raw, i, c))) {
                return false;
            }
            bracket |= c == '[';
        }
        return isSpacedOnce(raw) && !(bracket && raw.contains("]("));
    }

    /** Whether spaces stand between words only, and one at a time. */
    private static boolean isSpacedOnce(String raw) {
        return !raw.startsWith(" ") && !raw.endsWith(" ") && !raw.contains("  ");
    }

    private static boolean isOtherSpace(char c) {
        return c < ' ' || c == 0xA0;
    }

    /** Whether a special character may mean more than itself here; a bracket only does so if the text holds a link. */
    private static boolean isMark(String raw, int i, char c) {
        char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
        return switch (c) {
            case '[' -> false;
            case '!' -> next == '[';
            case '~' -> next == '~';
            case '&' -> next > ' ';
            case '_' -> i == 0 || !Letters.isLetterOrDigit(raw.charAt(i - 1)) || !Letters.isLetterOrDigit(next);
            default -> true;
        };
    }

    private static final boolean[] SPECIAL = new boolean[128];

    /** Characters of ASCII that are neither special nor white. */
    private static final boolean[] ORDINARY = new boolean[128];

    /** The same and the space. */
    private static final boolean[] UNMARKED = new boolean[128];

    static {
        for (char c : "\\`*_~[!<&".toCharArray()) {
            SPECIAL[c] = true;
        }
        for (char c = ' ' + 1; c < ORDINARY.length; c++) {
            ORDINARY[c] = !SPECIAL[c];
            UNMARKED[c] = !SPECIAL[c];
        }
        UNMARKED[' '] = true;
    }

    private static boolean isSpecial(char c) {
        return c < SPECIAL.length && SPECIAL[c];
    }

    /** One pass over the characters; every branch moves forward, so it is linear. */
    private static final class Scanner {
        private final String raw;
        private final StringBuilder out;
        private final StringBuilder struck = new StringBuilder(0);
        private List<String> codes = List.of();
        private List<String> links = List.of();
        private boolean striking;
        /** Runs of so many back-ticks that nothing closes any more: keeps the search for closing marks linear. */
        private int unclosedTicks;

        Scanner(String raw) {
            this.raw = raw;
            this.out = new StringBuilder(raw.length());
        }

        Plain scan() {
            int i = 0;
            while (i < raw.length()) {
                i = next(i);
            }
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            return new Plain(
                    out.substring(0, end), codes, links, struck.toString().strip());
        }

        private int next(int i) {
            char c = raw.charAt(i);
            return switch (c) {
                case '\\' -> escape(i);
                case '`' -> code(i);
                case '*', '_' -> emphasis(i, c);
                case '~' -> strike(i);
                case '[' -> link(i);
                case '!' -> i + 1 < raw.length() && raw.charAt(i + 1) == '[' ? link(i + 1) : literal(i);
                case '<' -> tag(i);
                case '&' -> entity(i);
                default -> literal(i);
            };
        }

        /** A run of characters without marks goes over as a whole. */
        private int literal(int i) {
            int end = i + 1;
            while (end < raw.length() && goesOver(end)) {
                end++;
            }
            if (end == i + 1 || striking) {
                put(raw.charAt(i));
                return i + 1;
            }
            if (raw.charAt(i) <= ' ' || raw.charAt(i) == 0xA0) {
                put(raw.charAt(i));
                out.append(raw, i + 1, end);
            } else {
                out.append(raw, i, end);
            }
            return end;
        }

        /** Whether a character is neither a mark nor white space that may have to be collapsed. */
        private boolean goesOver(int i) {
            char c = raw.charAt(i);
            if (c < ORDINARY.length && ORDINARY[c]) {
                return true;
            }
            boolean alone = c == ' ' && raw.charAt(i - 1) > ' ' && raw.charAt(i - 1) != 0xA0;
            return alone || (c >= ORDINARY.length && c != 0xA0);
        }

        private void put(char c) {
            if (c <= ' ' || c == 0xA0) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
            if (striking) {
                struck.append(c);
            }
        }

        private void put(String text) {
            if (!striking && isWord(text)) {
                out.append(text);
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                put(text.charAt(i));
            }
        }

        private static boolean isWord(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) <= ' ' || text.charAt(i) == 0xA0) {
                    return false;
                }
            }
            return true;
        }

        private int escape(int i) {
            if (i + 1 < raw.length() && !Letters.isLetterOrDigit(raw.charAt(i + 1)) && raw.charAt(i + 1) > ' ') {
                put(raw.charAt(i + 1));
                return i + 2;
            }
            put('\\');
            return i + 1;
        }

        private int code(int i) {
            int open = i;
            while (open < raw.length() && raw.charAt(open) == '`') {
                open++;
            }
            int ticks = open - i;
            if (ticks < 32 && (unclosedTicks & (1 << ticks)) == 0) {
                int close = closing(open, ticks);
                if (close >= 0) {
                    String code = raw.substring(open, close).strip();
                    code(code);
                    put(code);
                    return close + ticks;
                }
                unclosedTicks |= 1 << ticks;
            }
            return open;
        }

        private void code(String code) {
            if (codes.isEmpty()) {
                codes = new ArrayList<>(2);
            }
            codes.add(code);
        }

        private int closing(int from, int ticks) {
            int at = raw.indexOf('`', from);
            while (at >= 0) {
                int end = at;
                while (end < raw.length() && raw.charAt(end) == '`') {
                    end++;
                }
                if (end - at == ticks) {
                    return at;
                }
                at = raw.indexOf('`', end);
            }
            return -1;
        }

        private int emphasis(int i, char mark) {
            int end = i;
            while (end < raw.length() && raw.charAt(end) == mark) {
                end++;
            }
            boolean spaceBefore = i == 0 || raw.charAt(i - 1) <= ' ';
            boolean spaceAfter = end == raw.length() || raw.charAt(end) <= ' ';
            boolean wordBefore = i > 0 && Letters.isLetterOrDigit(raw.charAt(i - 1));
            boolean wordAfter = end < raw.length() && Letters.isLetterOrDigit(raw.charAt(end));
            boolean literal =
                    (spaceBefore && spaceAfter && i > 0) || (mark == '_' && ((wordBefore && wordAfter) || end - i > 3));
            if (literal) {
                for (int k = i; k < end; k++) {
                    put(mark);
                }
            }
            return end;
        }

        private int strike(int i) {
            if (i + 1 < raw.length() && raw.charAt(i + 1) == '~') {
                striking = !striking;
                return i + 2;
            }
            put('~');
            return i + 1;
        }

        /** {@code [text](target)} gives text; a box such as {@code [x]} stays as it is. */
        private int link(int i) {
            int close = i + 1;
            int limit = Math.min(raw.length(), i + 300);
            while (close < limit && raw.charAt(close) != ']' && raw.charAt(close) != '[') {
                close++;
            }
            if (close < limit && raw.charAt(close) == ']' && close + 1 < raw.length() && raw.charAt(close + 1) == '(') {
                int end = close + 2;
                int targetLimit = Math.min(raw.length(), close + 2000);
                while (end < targetLimit && raw.charAt(end) != ')') {
                    end++;
                }
                if (end < targetLimit) {
                    if (links.isEmpty()) {
                        links = new ArrayList<>(2);
                    }
                    links.add(raw.substring(close + 2, end).strip());
                    Plain inside = of(raw.substring(i + 1, close));
                    put(inside.text());
                    inside.codes().forEach(this::code);
                    return end + 1;
                }
            }
            put('[');
            return i + 1;
        }

        private int tag(int i) {
            if (i + 1 >= raw.length()) {
                put('<');
                return i + 1;
            }
            char c = raw.charAt(i + 1);
            if (c != '/' && c != '!' && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                put('<');
                return i + 1;
            }
            int close = i + 1;
            int limit = Math.min(raw.length(), i + LONGEST_TAG);
            while (close < limit && raw.charAt(close) != '>') {
                close++;
            }
            if (close == limit) {
                put('<');
                return i + 1;
            }
            String name = raw.substring(i + 1, Math.min(close, i + 8));
            if (name.startsWith("http")) {
                String target = raw.substring(i + 1, close);
                if (links.isEmpty()) {
                    links = new ArrayList<>(2);
                }
                links.add(target);
                put(target);
            } else {
                put(' ');
            }
            return close + 1;
        }

        private int entity(int i) {
            for (String[] known : ENTITIES) {
                if (raw.startsWith(known[0], i)) {
                    put(known[1].charAt(0));
                    return i + known[0].length();
                }
            }
            put('&');
            return i + 1;
        }

        private static final int LONGEST_TAG = 400;

        private static final String[][] ENTITIES = {
            {"&nbsp;", " "}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}
        };
    }
}
