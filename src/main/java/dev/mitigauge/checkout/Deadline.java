package dev.mitigauge.checkout;

import java.util.concurrent.TimeUnit;

/** When to stop looking. */
final class Deadline {

    private final long end;

    Deadline(int millis) {
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    boolean hasPassed() {
        return System.nanoTime() - end > 0;
    }
}
