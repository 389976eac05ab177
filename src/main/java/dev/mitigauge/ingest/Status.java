package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the value of a status field or column says. */
final class Status {

    private Status() {}

    /**
     * The state that a value begins with; a mark in front gives way to a word behind it, and a word that follows at once outranks neither.
     * Null if no word of it is known.
     */
    static @Nullable WrittenState of(String raw, Vocabulary words) {
        return of(Plain.of(raw).text(), true, words);
    }

    /** The same of an entry of a register, which a green dot beside words that tell no state rates: "🟢 there is a plan". */
    static @Nullable WrittenState ofRisk(String raw, Vocabulary words) {
        String text = Plain.of(raw).text().strip();
        int first = text.isEmpty() ? 0 : text.codePointAt(0);
        String rest = HeadingReader.isDot(first)
                ? text.substring(Character.charCount(first)).strip()
                : "";
        if (rest.isEmpty() || !isTick(words.states.at(text, 0))) {
            return of(text, true, words);
        }
        WrittenState said = of(rest, false, words);
        return said != null ? said : Trailing.state(rest, words);
    }

    /** The same, but words inside of what is said do not count. */
    static @Nullable WrittenState atStart(String raw, Vocabulary words) {
        return of(Plain.of(raw).text(), false, words);
    }

    private static @Nullable WrittenState of(String text, boolean inside, Vocabulary words) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) <= ' ' || "*_(~\"'".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        if (from >= text.length()) {
            return null;
        }
        if (isChoice(text, from)) {
            int ticked = Math.max(text.indexOf('☑', from), text.indexOf('☒', from));
            return ticked < 0 ? WrittenState.OPEN : atStart(text.substring(ticked + 1), words);
        }
        Phrases.Found<WrittenState> first = words.states.at(text, from);
        if (first != null && !Character.isLetterOrDigit(text.charAt(from))) {
            int word = first.end();
            while (word < text.length()
                    && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
                word++;
            }
            Phrases.Found<WrittenState> said = word < text.length() ? words.states.at(text, word) : null;
            return whole(said == null ? first : said, text, words);
        }
        if (first != null) {
            return whole(first, text, words);
        }
        WrittenState behind = inside ? Trailing.state(text, words) : null;
        if (behind != null || !inside) {
            return behind;
        }
        Phrases.Found<WrittenState> anywhere = text.length() <= 40 ? words.states.find(text, from) : null;
        return anywhere == null ? null : anywhere.value();
    }

    /** "☐ Pass ☐ Fail": boxes to choose from; what stands behind the one that is not ticked was not chosen. */
    private static boolean isChoice(String text, int from) {
        return isBox(text.charAt(from))
                && IntStream.range(from + 1, text.length()).anyMatch(at -> isBox(text.charAt(at)));
    }

    private static boolean isBox(char c) {
        return c == '☐' || c == '☑' || c == '☒';
    }

    /** "Pass (unit) / pending (live)": what is done in one respect and not in another is not done. */
    private static WrittenState whole(Phrases.Found<WrittenState> first, String text, Vocabulary words) {
        int slash = first.value() == WrittenState.DONE ? text.indexOf(" / ", first.end()) : -1;
        Phrases.Found<WrittenState> other = slash < 0 ? null : words.states.at(text, slash + 3);
        return other != null && LEFT.contains(other.value()) ? WrittenState.IN_PROGRESS : first.value();
    }

    private static final Set<WrittenState> LEFT =
            EnumSet.of(WrittenState.OPEN, WrittenState.IN_PROGRESS, WrittenState.BLOCKED, WrittenState.DEFERRED);

    /** Whether a cell such as "blocks release?" affirms. */
    static boolean isYes(String text, Vocabulary words) {
        String bare = Plain.of(text).text().strip();
        boolean word = !bare.isEmpty() && words.affirmed.at(bare, 0) != null;
        return word || (!bare.isEmpty() && isTick(words.states.at(bare, 0)));
    }

    private static boolean isTick(Phrases.@Nullable Found<WrittenState> mark) {
        return mark != null && mark.value() == WrittenState.DONE;
    }
}
