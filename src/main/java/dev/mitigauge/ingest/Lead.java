package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/**
 * The state marks of an item's first line: a box or an emoji in front, a strike through it, a status word or an emoji behind.
 *
 * @param box whether a box such as {@code [x]} stands in front
 * @param state what the marks say, null if there are none; a box outranks what stands behind
 * @param trailing what stands behind says, null if nothing does
 * @param text the line without box and marks in front
 */
record Lead(
        boolean box, @Nullable WrittenState state, @Nullable WrittenState trailing, String text, Plain plain) {

    static Lead of(Plain plain, Vocabulary words) {
        String text = plain.text();
        int from = skipNoise(text, 0);
        boolean box = false;
        WrittenState state = null;
        Phrases.Found<WrittenState> mark = markAt(text, from, words);
        WrittenState tag =
                mark == null && from < text.length() && text.charAt(from) == '[' ? tag(text, from, words) : null;
        if (tag != null) {
            state = tag;
            from = skipNoise(text, text.indexOf(']', from) + 1);
        }
        if (mark != null) {
            box = text.charAt(from) == '[' || isBallot(text.charAt(from));
            state = mark.value();
            from = skipNoise(text, mark.end());
            // A second mark behind the box is decoration: "- [x] ✅ text".
            Phrases.Found<WrittenState> second = markAt(text, from, words);
            if (second != null && (box || second.value() == state)) {
                from = skipNoise(text, second.end());
            }
        }
        String rest = text.substring(Math.min(from, text.length())).strip();
        WrittenState behind = Trailing.state(rest, words);
        if (plain.isStruck() && !box && isAboutAll(rest, plain, words)) {
            WrittenState after = behindStrike(rest, plain, words);
            WrittenState struck = after == null || after == WrittenState.OPEN ? WrittenState.DONE : after;
            state = state == null ? struck : state;
        }
        return new Lead(box, state, behind, behind == null ? rest : Trailing.withoutMark(rest, words), plain);
    }

    /** {@code [RESOLVED] title}: a state word in brackets. */
    private static @Nullable WrittenState tag(String text, int from, Vocabulary words) {
        int close = text.indexOf(']', from);
        boolean word = close > from + 3 && close - from < LONGEST_TAG && close + 1 < text.length();
        return word ? words.states.whole(text.substring(from + 1, close)) : null;
    }

    /** The same with only the words from there on. */
    Lead from(int start) {
        return new Lead(box, state, trailing, text.substring(start), plain);
    }

    private static final int LONGEST_TAG = 24;

    /** A third of the item at least, or its beginning with a state behind it: {@code 7. ~~title~~ ✅ and why}, {@code ~~title~~ FIXED: how}. */
    private static boolean isAboutAll(String rest, Plain plain, Vocabulary words) {
        if (plain.struck().length() * 3 >= rest.length()) {
            return true;
        }
        String struck = Plain.of(plain.struck()).text();
        int at = rest.indexOf(struck);
        int behind = skipDash(rest, at + struck.length());
        if (at < 0 || at > LONGEST_NUMBER || behind >= rest.length()) {
            return false;
        }
        Phrases.Found<WrittenState> state = words.states.at(rest, behind);
        return state != null && (isMark(rest.charAt(behind)) || state.value() == WrittenState.DONE);
    }

    private static final int LONGEST_NUMBER = 8;

    /** What stands behind a strike: {@code ~~title~~ cancelled}. */
    private static @Nullable WrittenState behindStrike(String rest, Plain plain, Vocabulary words) {
        String struck = Plain.of(plain.struck()).text();
        int at = rest.indexOf(struck);
        int from = at >= 0 && at <= LONGEST_NUMBER ? skipDash(rest, at + struck.length()) : rest.length();
        Phrases.Found<WrittenState> word = from < rest.length() ? words.states.at(rest, from) : null;
        return word != null ? word.value() : Trailing.state(rest, words);
    }

    /** The mark between a heading's number and its words: {@code 3. ❌ Rotate the key}; null if there is none. */
    static @Nullable WrittenState behindNumber(String text, Vocabulary words) {
        int from = 0;
        while (from < text.length()
                && from < LONGEST_NUMBER
                && (Character.isDigit(text.charAt(from)) || ".) ".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        Phrases.Found<WrittenState> mark = from > 0 ? markAt(text, from, words) : null;
        return mark == null ? null : mark.value();
    }

    private static Phrases.@Nullable Found<WrittenState> markAt(String text, int from, Vocabulary words) {
        if (from >= text.length() || !isMark(text.charAt(from))) {
            return null;
        }
        return words.states.at(text, from);
    }

    /** Brackets, colons of a shortcode and everything beyond letters: where a mark may start. */
    private static boolean isMark(char c) {
        return c == '[' || c == ':' || c == '(' || (c >= 0x2000 && !Letters.isLetterOrDigit(c) && !Phrases.unspaced(c));
    }

    /** ☐, ☑, ☒: a box of one character. */
    private static boolean isBallot(char c) {
        return c >= 0x2610 && c <= 0x2612;
    }

    /** The same, with a dash or an arrow between: {@code ~~title~~ — fixed in May: how}. */
    private static int skipDash(String text, int from) {
        int i = skipNoise(text, from);
        boolean dash = i < text.length() && i > from && "-–—→".indexOf(text.charAt(i)) >= 0;
        return dash ? skipNoise(text, i + 1) : i;
    }

    private static int skipNoise(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == 0xFE0F || text.charAt(i) == '*')) {
            i++;
        }
        return i;
    }
}
