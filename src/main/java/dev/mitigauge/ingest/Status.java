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
        Plain plain = Plain.of(raw);
        String text = plain.text();
        int from = 0;
        while (from < text.length() && (text.charAt(from) <= ' ' || "*_(~\"'".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        if (from >= text.length()) {
            return null;
        }
        Vocabulary.Found<WrittenState> first = words.at(text, from, meaning -> meaning.state);
        if (first != null && !Character.isLetterOrDigit(text.charAt(from))) {
            int word = first.end();
            while (word < text.length()
                    && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
                word++;
            }
            Vocabulary.Found<WrittenState> said =
                    word < text.length() ? words.at(text, word, meaning -> meaning.state) : null;
            return said == null ? first.value() : said.value();
        }
        if (first != null) {
            return first.value();
        }
        WrittenState behind = Trailing.state(text, words);
        if (behind != null) {
            return behind;
        }
        Vocabulary.Found<WrittenState> anywhere =
                text.length() <= 40 ? words.find(text, from, meaning -> meaning.state) : null;
        return anywhere == null ? null : anywhere.value();
    }

    /** Whether a cell such as "blocks release?" affirms. */
    static boolean isYes(String text, Vocabulary words) {
        String bare = Plain.of(text).text().strip().toLowerCase(java.util.Locale.ROOT);
        if (bare.isEmpty()) {
            return false;
        }
        int end = 0;
        while (end < bare.length() && Character.isLetter(bare.charAt(end))) {
            end++;
        }
        return switch (bare.substring(0, end)) {
            case "yes",
                    "y",
                    "ja",
                    "sí",
                    "si",
                    "sim",
                    "oui",
                    "da",
                    "да",
                    "tak",
                    "evet",
                    "ya",
                    "是",
                    "はい",
                    "예",
                    "true",
                    "required",
                    "must",
                    "blocker",
                    "blocking" -> true;
            case "" -> isTick(words.at(bare, 0, meaning -> meaning.state));
            default -> bare.startsWith("是");
        };
    }

    private static boolean isTick(Vocabulary.@Nullable Found<WrittenState> mark) {
        return mark != null && mark.value() == WrittenState.DONE;
    }
}
