package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import org.jspecify.annotations.Nullable;

/** The number of the phase that a heading names. */
final class Phase {

    private Phase() {}

    static @Nullable Integer of(HeadingWords heading, Vocabulary words) {
        String text = heading.text();
        for (Phrases.Found<SectionRole> word : words.phases.all(heading.begun())) {
            int at = word.end() < text.length() && text.charAt(word.end()) == ' ' ? word.end() + 1 : word.end();
            if (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                return text.charAt(at) - '0';
            }
        }
        return null;
    }
}
