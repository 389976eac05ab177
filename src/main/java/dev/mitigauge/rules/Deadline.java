package dev.mitigauge.rules;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when the caller of this thread waits for an answer. Bound to the thread, because between who knows it and who judges there are many
 * that need not know.
 */
public final class Deadline {

    private static final ThreadLocal<@Nullable Long> UNTIL = new ThreadLocal<>();

    private Deadline() {}

    /**
     * Does something that judges no longer than until then.
     *
     * @param until by {@link System#nanoTime}
     * @throws OutOfTime if it judges longer
     */
    public static <T> T within(long until, Supplier<T> work) {
        @Nullable Long before = UNTIL.get();
        UNTIL.set(until);
        try {
            return work.get();
        } finally {
            if (before == null) {
                UNTIL.remove();
            } else {
                UNTIL.set(before);
            }
        }
    }

    /**
     * The smaller of both: this time, or what is left.
     *
     * @throws OutOfTime if nothing is
     */
    static Duration atMost(Duration time) {
        @Nullable Long until = UNTIL.get();
        if (until == null) {
            return time;
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw new OutOfTime();
        }
        return left < time.toNanos() ? Duration.ofNanos(left) : time;
    }

    /** Whether the caller no longer waits. */
    static boolean passed() {
        @Nullable Long until = UNTIL.get();
        return until != null && until - System.nanoTime() <= 0;
    }
}
