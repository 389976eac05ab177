package dev.mitigauge.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number of the phase that a heading names. */
final class Phase {

    private static final List<String> WORDS =
            List.of("phase ", "fase ", "étape ", "etapa ", "этап ", "stage ", "faza ", "faz ");

    private Phase() {}

    static @Nullable Integer of(String text) {
        if (!Ids.hasDigit(text)) {
            return null;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i - 1) == ' ' && Character.isDigit(text.charAt(i)) && isWord(text, i)) {
                return text.charAt(i) - '0';
            }
        }
        return null;
    }

    /** Whether the word for a phase ends here. */
    private static boolean isWord(String text, int end) {
        for (String word : WORDS) {
            if (text.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
