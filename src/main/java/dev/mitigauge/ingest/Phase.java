package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import org.jspecify.annotations.Nullable;

/** The number of the phase that a heading names. */
final class Phase {

    private Phase() {}

    static @Nullable Integer of(String text, Vocabulary words) {
        if (!Ids.hasDigit(text)) {
            return null;
        }
        Phrases.Found<SectionRole> word = words.phases.find(text, 0);
        while (word != null) {
            int at = word.end() < text.length() && text.charAt(word.end()) == ' ' ? word.end() + 1 : word.end();
            if (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                return text.charAt(at) - '0';
            }
            word = words.phases.find(text, word.end());
        }
        return null;
    }
}
