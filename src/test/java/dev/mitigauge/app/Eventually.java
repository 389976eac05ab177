package dev.mitigauge.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again until what is asserted holds, or a deadline has passed. */
final class Eventually {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Something that fails as long as it does not hold. */
    interface Assertion {
        void check() throws Exception;
    }

    private Eventually() {}

    static void holds(Assertion assertion) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(end) && !passes(assertion)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertion.check();
    }

    static void isTrue(Callable<Boolean> condition, String what) throws Exception {
        holds(() -> {
            if (!condition.call()) {
                throw new AssertionError("not even after " + LONGEST + ": " + what);
            }
        });
    }

    private static boolean passes(Assertion assertion) throws Exception {
        try {
            assertion.check();
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }
}
