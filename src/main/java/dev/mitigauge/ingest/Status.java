package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
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
        Phrases.Found<WrittenState> first = words.states.at(text, from);
        if (first != null && !Character.isLetterOrDigit(text.charAt(from))) {
            int word = first.end();
            while (word < text.length()
                    && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
                word++;
            }
            Phrases.Found<WrittenState> said = word < text.length() ? words.states.at(text, word) : null;
            return said == null ? first.value() : said.value();
        }
        if (first != null) {
            return first.value();
        }
        WrittenState behind = inside ? Trailing.state(text, words) : null;
        if (behind != null || !inside) {
            return behind;
        }
        Phrases.Found<WrittenState> anywhere = text.length() <= 40 ? words.states.find(text, from) : null;
        return anywhere == null ? null : anywhere.value();
    }

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
