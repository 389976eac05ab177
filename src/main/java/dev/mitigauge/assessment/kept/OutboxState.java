package dev.mitigauge.assessment.kept;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is on its way.
 *
 * @param waiting deliveries that are neither done nor given up
 * @param oldest since when the oldest of them waits, null if there is none
 * @param dead deliveries that were given up
 */
public record OutboxState(int waiting, @Nullable Instant oldest, int dead) {

    /** Nothing to do. */
    public static final OutboxState EMPTY = new OutboxState(0, null, 0);
}
