package dev.mitigauge.http;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long requests wait for one event loop before anybody looks at them. A loop reads what all its connections have for it, answers, and only
 * then comes to its timers: how late a timer is tells how long it was away, and so how long what has just been read may have waited. Used by
 * that loop alone, but for what it tells of the last second.
 */
final class LoopDelay {

    private static final long PERIOD_MILLIS = 10;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final long bearable;
    private final LongSupplier clock;
    private long round;
    private long onTime;
    private long window;
    private long longest;
    private volatile long told;

    /**
     * @param bearable delay in nanoseconds that is none to speak of
     * @param clock in nanoseconds
     */
    LoopDelay(long bearable, LongSupplier clock) {
        this.bearable = bearable;
        this.clock = clock;
        this.round = clock.getAsLong();
        this.onTime = round;
        this.window = round;
    }

    void watch(Vertx vertx) {
        // Not a periodic one, which makes up for rounds that it missed: those would all seem to be on time.
        vertx.setTimer(PERIOD_MILLIS, timer -> {
            wentRound();
            watch(vertx);
        });
    }

    /** The loop has come to its timers. */
    void wentRound() {
        long now = clock.getAsLong();
        long late = nanos();
        round = now;
        onTime = late <= bearable ? now : onTime;
        longest = Math.max(longest, late);
        if (now - window >= WINDOW) {
            window = now;
            told = longest;
            longest = 0;
        }
    }

    /** How long what has just been read may have waited, in nanoseconds. */
    long nanos() {
        return Math.max(0, clock.getAsLong() - round - PERIOD);
    }

    /** When the round began in which the loop is now; tells rounds apart. */
    long round() {
        return round;
    }

    /** Whether every round of the last second was late: then it is no burst, but more than can be answered. */
    boolean stands() {
        return round - onTime > WINDOW;
    }

    /** The longest of the last full second, in nanoseconds; from whatever thread. */
    long longest() {
        return told;
    }
}
