package dev.mitigauge.assessment.kept;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, written down with what caused it or not at all.
 *
 * @param number grows with every event; who has seen one has seen all with smaller numbers
 * @param id unlike that of any other event anywhere
 * @param project that it concerns, null if it concerns all
 * @param subject what it is about, such as {@code projects/ferry}
 * @param at when it happened
 * @param data JSON of the record of {@link EventData} that says more
 * @param traceParent in which trace it happened, as a header of the W3C has it; null for none
 */
public record LoggedEvent(
        long number,
        String id,
        EventType type,
        @Nullable String project,
        String subject,
        Instant at,
        String data,
        @Nullable String traceParent) {
    public LoggedEvent {
        at = Checks.micros(at);
    }

    /** What keeps its order among events: those of a project, or of none. */
    public String lane() {
        return project == null ? "" : project;
    }
}
