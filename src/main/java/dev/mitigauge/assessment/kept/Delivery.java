package dev.mitigauge.assessment.kept;

import java.time.Instant;

/**
 * An event on its way to a target, claimed by whoever holds this.
 *
 * @param target name of the target
 * @param attempt which attempt this is, from 1
 * @param since when it began to wait
 */
public record Delivery(LoggedEvent event, String target, int attempt, Instant since) {
    public Delivery {
        since = Checks.micros(since);
    }
}
