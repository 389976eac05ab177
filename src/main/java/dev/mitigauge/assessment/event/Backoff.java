package dev.mitigauge.assessment.event;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: from five seconds, twice as long each time, up to an hour, and of that a random part from a half to the
 * whole, so that those who failed together do not come back together.
 *
 * @param random from 0 to 1
 */
record Backoff(DoubleSupplier random) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Beyond this the longest is reached whatever the first. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The time until the next attempt.
     *
     * @param attempt which attempt failed, from 1
     * @param wish how long the target wishes to be left alone, null if it does not say; obeyed up to the longest wait
     */
    Duration after(int attempt, @Nullable Duration wish) {
        Duration whole = shorter(FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)), LONGEST);
        Duration part = Duration.ofMillis((long) (whole.toMillis() * (0.5 + random.getAsDouble() / 2)));
        return wish == null || wish.compareTo(part) <= 0 ? part : shorter(wish, LONGEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
