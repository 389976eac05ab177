package dev.mitigauge.http;

import io.vertx.core.Vertx;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a request is answered, or told at once to come again because those before it already take too long: so what is answered is answered
 * in time, however much is asked. One for each event loop.
 */
final class Admission {

    /** A burst may take so long, as long as it is one: the loop comes to its end within a second. */
    private static final long BURST = TimeUnit.SECONDS.toNanos(2);

    /** A round so much shorter than the bound says that the loop keeps up: those that were cut short at the bound don't. */
    private static final int EASY = 4;

    /** Who had less than its share may wait so much longer: it is not told to go for what others send. */
    private static final int PATIENCE = 2;

    private final long bound;
    private final LoopDelay delay;
    private final Shares shares;

    /** The round in which a request was admitted last. */
    private OptionalLong busy = OptionalLong.empty();

    Admission(TrafficSettings traffic) {
        this(traffic.maxDelayMillis(), System::nanoTime);
    }

    /**
     * @param maxDelayMillis longest delay that may last, 0 for any
     * @param clock in nanoseconds
     */
    Admission(int maxDelayMillis, LongSupplier clock) {
        this.bound = TimeUnit.MILLISECONDS.toNanos(maxDelayMillis);
        this.delay = new LoopDelay(bound / EASY, clock);
        this.shares = new Shares(clock);
    }

    void watch(Vertx vertx) {
        delay.watch(vertx);
    }

    /** Whether a request of the caller is answered; counts it if so. */
    boolean admits(String caller) {
        boolean admitted = bound == 0 || inTime(caller);
        if (admitted) {
            busy = OptionalLong.of(delay.round());
            shares.add(caller);
        }
        return admitted;
    }

    LoopDelay delay() {
        return delay;
    }

    /** The first of a round waited for no other, and something is answered in each, however slow the machine is. */
    private boolean inTime(String caller) {
        if (busy.isEmpty() || busy.getAsLong() != delay.round()) {
            return true;
        }
        long waited = delay.nanos();
        long most = delay.stands() ? bound : Math.max(bound, BURST);
        return waited <= most || (waited <= PATIENCE * most && shares.small(caller));
    }
}
