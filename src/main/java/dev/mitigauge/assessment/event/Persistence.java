package dev.mitigauge.assessment.event;

import java.time.Duration;

/**
 * How long it is tried to deliver an event.
 *
 * @param attempts most attempts, at least 1
 * @param longest longest time from the first attempt on
 * @param lease longest time for one attempt, after which somebody else may try
 */
public record Persistence(int attempts, Duration longest, Duration lease) {

    private static final Duration SLACK = Duration.ofSeconds(30);

    /** As the settings say. */
    public static Persistence of(WebhookSettings settings) {
        return new Persistence(
                settings.attempts(),
                Duration.ofHours(settings.giveUpHours()),
                Duration.ofMillis(settings.timeoutMillis()).plus(SLACK));
    }
}
