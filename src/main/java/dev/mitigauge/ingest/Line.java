package dev.mitigauge.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A line of text with its marks. What it says is asked for again and again while the reader finds out what the lines around it are, so
 * each reading of it is kept.
 */
final class Line {

    private final String raw;
    private final int number;
    private @Nullable Plain plain;
    private @Nullable Lead lead;
    private @Nullable Label label;
    private boolean labelRead;

    Line(String raw, int number) {
        this.raw = raw;
        this.number = number;
    }

    String raw() {
        return raw;
    }

    /** Number in the sheet that was parsed, counted from 1. */
    int number() {
        return number;
    }

    Plain plain() {
        Plain known = plain;
        if (known == null) {
            known = Plain.of(raw);
            plain = known;
        }
        return known;
    }

    Lead lead(Vocabulary words) {
        Lead known = lead;
        if (known == null) {
            known = Lead.of(plain(), words);
            lead = known;
        }
        return known;
    }

    /** The label that it starts with, null if it starts with none. */
    @Nullable
    Label label(Vocabulary words) {
        if (!labelRead) {
            label = Label.of(raw, words);
            labelRead = true;
        }
        return label;
    }
}
