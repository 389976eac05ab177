package dev.mitigauge.rules;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time and memory that one run of rules may take on its thread. Spent by {@link Tick}. */
final class Budget {

    /** Says that it is spent. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent(String message) {
            super(message);
        }
    }

    /** Longest text and largest array that a rule may make: one step must not be able to take more than the memory that is left. */
    private static final int MOST_AT_ONCE = 1_000_000;

    private static final int WORTH_A_LOOK = 10_000;

    /** How many ticks pass between two looks at the clock: a look costs as much as some hundred of them. */
    private static final int STRIDE = 256;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Duration time;
    private final long until;
    private final int megabytes;
    private final long mostAllocated;
    private int left = STRIDE;

    Budget(Duration time, int megabytes) {
        this.time = time;
        this.until = System.nanoTime() + time.toNanos();
        this.megabytes = megabytes;
        this.mostAllocated = allocated() + megabytes * 1_048_576L;
    }

    void tick() {
        if (--left <= 0) {
            look();
        }
    }

    void made(int size) {
        if (size > MOST_AT_ONCE) {
            throw new Spent("it made a text or an array longer than " + MOST_AT_ONCE);
        }
        if (size > WORTH_A_LOOK) {
            look();
        }
    }

    /** Once spent, each further tick throws again: nobody gets away by catching the first. */
    private void look() {
        left = 0;
        if (System.nanoTime() - until > 0) {
            throw new Spent("it took longer than " + time.toMillis() + " ms");
        }
        if (allocated() > mostAllocated) {
            throw new Spent("it took more than " + megabytes + " MB of memory");
        }
        left = STRIDE;
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
