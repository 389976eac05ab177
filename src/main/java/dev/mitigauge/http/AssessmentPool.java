package dev.mitigauge.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads for requests that would hold up an event loop. Both the threads and those who wait for one are bounded, and callers take turns. */
final class AssessmentPool {

    private static final Logger LOG = LoggerFactory.getLogger(AssessmentPool.class);

    private final ThreadPoolExecutor executor;
    private final String name;
    private final int workers;
    private final int capacity;
    private final LongAdder refused = new LongAdder();
    private final WaitingLine line;

    /** Stands in the executor's queue for whatever work is next. */
    private final Runnable turn = this::takeTurn;

    /** @param name that its threads begin with */
    AssessmentPool(String name, int workers, int queue) {
        this.name = name;
        this.workers = workers;
        this.capacity = queue;
        line = new WaitingLine(workers + queue);
        // One turn for each work in the line, which is bounded.
        executor = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads(name));
    }

    /** Work that was taken on. */
    interface Ticket {

        /** Drops the work if it has not begun; what has begun goes on to its end. */
        void drop();
    }

    /**
     * Takes the work on; empty if the queue is full or the pool is closed. In a full queue it takes the place of a caller's that has more waiting.
     *
     * @param caller in whose turn it is done
     * @param displaced called instead of the work if it loses its place, on any thread
     */
    Optional<Ticket> submit(String caller, Runnable work, Runnable displaced) {
        var waiting = new WaitingLine.Waiting(caller, work, displaced);
        if (line.add(waiting)) {
            return begin(waiting);
        }
        refused.increment();
        Optional<WaitingLine.Waiting> other = line.displace(waiting);
        other.ifPresent(out -> out.displaced().run());
        return other.map(out -> ticket(waiting));
    }

    /**
     * Takes work of the service itself on.
     *
     * @throws RejectedExecutionException if the queue is full or the pool is closed
     */
    void execute(Runnable work) {
        if (submit(WaitingLine.SERVICE, work, () -> {}).isEmpty()) {
            throw new RejectedExecutionException("the pool " + name + " is full or closed");
        }
    }

    private Optional<Ticket> begin(WaitingLine.Waiting waiting) {
        try {
            executor.execute(turn);
            return Optional.of(ticket(waiting));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} takes on nothing more", name, e);
            line.remove(waiting);
            refused.increment();
            return Optional.empty();
        }
    }

    private Ticket ticket(WaitingLine.Waiting waiting) {
        return () -> {
            if (line.remove(waiting)) {
                executor.remove(turn);
            }
        };
    }

    private void takeTurn() {
        WaitingLine.@Nullable Waiting next = line.next();
        if (next != null) {
            try {
                next.work().run();
            } finally {
                line.done();
            }
        }
    }

    /** What it does now. */
    PoolView view() {
        return new PoolView(name, workers, capacity, executor::getActiveCount, line::size, refused::sum);
    }

    /** Takes on nothing more, and waits until what it took on is done, for at most so long. */
    void drain(Duration longest) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} left undone, it took too long", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes on nothing more and forgets what waits. */
    void close() {
        executor.shutdownNow();
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
