package dev.mitigauge.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many requests each caller had answered of late: in this second and in the one before. Used by one event loop. */
final class Shares {

    /** Callers beyond count together. */
    private static final int MOST_CALLERS = 1_000;

    private static final String OTHERS = "";
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier clock;
    private long began;
    private Counts before = new Counts();
    private Counts now = new Counts();

    /** @param clock in nanoseconds */
    Shares(LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    void add(String caller) {
        turn();
        now.add(caller);
    }

    /** Whether a caller had less than its equal share, which nobody has who is alone. */
    boolean small(String caller) {
        turn();
        long callers = Math.max(before.size(), now.size());
        return (before.of(caller) + now.of(caller)) * callers < before.total + now.total;
    }

    private void turn() {
        long time = clock.getAsLong();
        if (time - began >= WINDOW) {
            before = time - began < 2 * WINDOW ? now : new Counts();
            now = new Counts();
            began = time;
        }
    }

    /** Those of one second. */
    private static final class Counts {
        private final Map<String, Long> requests = new HashMap<>();
        private long total;

        void add(String caller) {
            boolean room = requests.size() < MOST_CALLERS || requests.containsKey(caller);
            requests.merge(room ? caller : OTHERS, 1L, Long::sum);
            total++;
        }

        long of(String caller) {
            return requests.getOrDefault(
                    caller, requests.size() < MOST_CALLERS ? 0L : requests.getOrDefault(OTHERS, 0L));
        }

        long size() {
            return requests.size();
        }
    }
}
