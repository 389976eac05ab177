package dev.mitigauge.assessment.kept;

import java.util.Arrays;
import java.util.Optional;

/** What others can be told of. */
public enum EventType {
    /** The newest assessment of a project has another verdict than the one before it. */
    VERDICT_CHANGED("verdict.changed"),
    /** The last day of a waiver of a project has come near. */
    WAIVER_EXPIRING("waiver.expiring"),
    /** Another rule set became active. */
    RULES_CHANGED("rules.changed");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /** As people write it. */
    public String word() {
        return word;
    }

    /** The type that is written so. */
    public static Optional<EventType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
