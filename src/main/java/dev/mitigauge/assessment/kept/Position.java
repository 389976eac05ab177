package dev.mitigauge.assessment.kept;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A place in a list of assessments, newest first.
 *
 * @param at when the assessment there was made; should it be gone, those made before it follow
 * @param id its id
 */
public record Position(Instant at, String id) {

    public Position {
        at = Checks.micros(at);
    }

    /** As text that {@link #parse} takes. */
    public String text() {
        return at + "/" + id;
    }

    /** The position that was written, or nothing if the text is none. */
    public static Optional<Position> parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new Position(Instant.parse(text.substring(0, slash)), text.substring(slash + 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
