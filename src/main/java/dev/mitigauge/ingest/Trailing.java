package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/** A status behind an item: in its last parentheses, behind its last dash or arrow, as a mark at its end, or as a mark and words there. */
final class Trailing {

    private Trailing() {}

    /** How far from the end a mark may stand that words follow. */
    private static final int NEAR = 40;

    static @Nullable WrittenState state(String text, Vocabulary words) {
        return state(text, text.length(), false, words);
    }

    /** @param noted whether something in parentheses follows; an arrow in front of it leads to an aim, not to a state */
    private static @Nullable WrittenState state(String text, int length, boolean noted, Vocabulary words) {
        int end = length;
        while (end > 0 && (text.charAt(end - 1) <= ' ' || text.charAt(end - 1) == '.')) {
            end--;
        }
        if (end == 0) {
            return null;
        }
        WrittenState mark = markAtEnd(text, end, words);
        if (mark != null) {
            return mark;
        }
        char last = text.charAt(end - 1);
        if (last == ')' || last == ']' || last == '）') {
            int open = Math.max(
                    text.lastIndexOf('(', end - 1),
                    Math.max(text.lastIndexOf('[', end - 1), text.lastIndexOf('（', end - 1)));
            if (open > 1 && isBlank(text, open)) {
                return null;
            }
            WrittenState inside = open < 0 ? null : atStart(text.substring(open + 1, end - 1), words);
            // "— ✅ RESOLVED (2026-05-24)": what is in parentheses only adds to the status in front of them.
            return inside != null || open < 1 ? inside : beforeNote(text, open, words);
        }
        WrittenState marked = markWithWords(text, end, words);
        if (marked != null) {
            return marked;
        }
        int dash = Dash.last(text, end);
        if (dash >= 0 && !(noted && text.charAt(dash - 1) == '→')) {
            return behindDash(text, dash, end, words);
        }
        return shouted(text, end, words);
    }

    /** {@code Participants: [TODO]}: a place that somebody was to fill in. */
    private static boolean isBlank(String text, int open) {
        return text.charAt(open) == '[' && text.charAt(open - 1) == ' ' && text.charAt(open - 2) == ':';
    }

    private static @Nullable WrittenState behindDash(String text, int dash, int end, Vocabulary words) {
        int from = dash;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (end - from > LONGEST_TAIL) {
            return null;
        }
        // Most notes begin with no state: only one that does is cut out of the text.
        boolean begins = from < end && words.states.at(text, from) != null;
        WrittenState said = begins ? atStart(text.substring(from, end).strip(), words) : null;
        return said == null ? shouted(text, end, words) : said;
    }

    private static final int LONGEST_TAIL = 60;

    private static @Nullable WrittenState beforeNote(String text, int open, Vocabulary words) {
        int end = open;
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        boolean again = end > 0 && (text.charAt(end - 1) == ')' || text.charAt(end - 1) == ']');
        return again ? null : state(text, end, true, words);
    }

    /** {@code Title ✅ fixed in R4}: a mark near the end, behind a space, and a status word or a shout behind it. */
    private static @Nullable WrittenState markWithWords(String text, int end, Vocabulary words) {
        for (int i = end - 2; i > 1 && end - i < NEAR; i--) {
            char c = text.charAt(i);
            if (c < 0x2190 || text.charAt(i - 1) != ' ' || Character.isLetter(c) || Phrases.unspaced(c)) {
                continue;
            }
            Phrases.Found<WrittenState> mark = words.states.at(text, i);
            if (mark != null && mark.end() < end) {
                int word = afterMark(text, mark.end(), end);
                Phrases.Found<WrittenState> said = word < end ? words.states.at(text, word) : null;
                return said != null ? said.value() : isShouted(text, word, end) ? mark.value() : null;
            }
        }
        return null;
    }

    /** The words in front of a mark near the end with nothing but a state behind it: what the item is called without "✅ SHIPPED". */
    static String withoutMark(String text, Vocabulary words) {
        for (int i = text.length() - 1; i > 1 && text.length() - i < NEAR; i--) {
            char c = text.charAt(i);
            if (c >= 0x2190 && text.charAt(i - 1) == ' ' && !Character.isLetter(c) && !Phrases.unspaced(c)) {
                Phrases.Found<WrittenState> mark = words.states.at(text, i);
                boolean bare =
                        mark != null && (mark.end() >= text.length() || isState(text.substring(mark.end()), words));
                return bare ? text.substring(0, i).strip() : text;
            }
        }
        return text;
    }

    /** The same without the dash in front of the mark and a note behind the state: {@code Title — ✅ RESOLVED (PR 12)}. */
    static String withoutState(String text, Vocabulary words) {
        int note = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        String noted = note > 0 ? text.substring(0, note).strip() : text;
        String bare = withoutMark(noted, words);
        if (bare.length() == noted.length()) {
            return text;
        }
        boolean dash = bare.endsWith(" —") || bare.endsWith(" –") || bare.endsWith(" -");
        return dash ? bare.substring(0, bare.length() - 2).strip() : bare;
    }

    private static boolean isState(String text, Vocabulary words) {
        return text.isBlank() || words.states.whole(text) != null;
    }

    private static int afterMark(String text, int from, int end) {
        int word = from;
        while (word < end && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
            word++;
        }
        return word;
    }

    private static boolean isShouted(String text, int from, int end) {
        boolean letters = false;
        for (int i = from; i < end; i++) {
            letters |= Character.isUpperCase(text.charAt(i));
            if (Character.isLowerCase(text.charAt(i)) || Phrases.unspaced(text.charAt(i))) {
                return false;
            }
        }
        return letters;
    }

    /** A bold stretch inside an item that begins with a state: {@code … **Closed in R4** …}; the last one counts. */
    static @Nullable WrittenState bold(String raw, Vocabulary words) {
        WrittenState state = null;
        int open = raw.indexOf("**");
        while (open >= 0) {
            int close = raw.indexOf("**", open + 2);
            if (close < 0) {
                break;
            }
            int from = open + 2;
            Phrases.Found<WrittenState> found = open > 0 && from < close ? words.states.at(raw, from) : null;
            state = found == null || found.end() > close ? state : found.value();
            open = raw.indexOf("**", close + 2);
        }
        return state;
    }

    /** Words in capitals behind the item, the longest that are a state: {@code … FIXED}, {@code … NOT READY}. */
    private static @Nullable WrittenState shouted(String text, int end, Vocabulary words) {
        WrittenState state = null;
        int start = wordStart(text, end);
        boolean shouts = end - start >= 4 && start > 1 && text.charAt(start - 1) == ' ';
        for (int count = 0; shouts && count < MOST_SHOUTED; count++) {
            WrittenState said = words.states.whole(text.substring(start, end));
            state = said == null ? state : said;
            int before = start > 1 && text.charAt(start - 1) == ' ' ? wordStart(text, start - 1) : start;
            shouts = before < start - 1;
            start = before;
        }
        return state;
    }

    private static final int MOST_SHOUTED = 3;

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && Character.isUpperCase(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static @Nullable WrittenState markAtEnd(String text, int end, Vocabulary words) {
        int start = end;
        while (start > 0
                && end - start < 3
                && text.charAt(start - 1) >= 0x2190
                && !Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (start == end && text.charAt(end - 1) == ':') {
            start = text.lastIndexOf(':', end - 2);
            if (start < 0 || text.substring(start, end).indexOf(' ') >= 0) {
                return null;
            }
        }
        if (start == end || start == 0) {
            return null;
        }
        Phrases.Found<WrittenState> found = words.states.at(text, start);
        return found != null && found.end() >= end ? found.value() : null;
    }

    private static @Nullable WrittenState atStart(String tail, Vocabulary words) {
        int from = 0;
        while (from < tail.length() && tail.charAt(from) <= ' ') {
            from++;
        }
        Phrases.Found<WrittenState> found = from < tail.length() ? words.states.at(tail, from) : null;
        if (found == null) {
            return null;
        }
        if (!Character.isLetterOrDigit(tail.charAt(from))) {
            int word = afterMark(tail, found.end(), tail.length());
            Phrases.Found<WrittenState> said = word < tail.length() ? words.states.at(tail, word) : null;
            found = said == null ? found : said;
        }
        boolean ends = found.end() >= tail.length() || ",;:. (-–—".indexOf(tail.charAt(found.end())) >= 0;
        return ends ? found.value() : null;
    }
}
