package dev.mitigauge.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads for requests that would hold up an event loop. Both the threads and those who wait for one are bounded. */
final class AssessmentPool {

    private static final Logger LOG = LoggerFactory.getLogger(AssessmentPool.class);

    private final ThreadPoolExecutor executor;
    private final String name;
    private final int workers;
    private final int capacity;
    private final LongAdder refused = new LongAdder();

    /** @param name that its threads begin with */
    AssessmentPool(String name, int workers, int queue) {
        this.name = name;
        this.workers = workers;
        this.capacity = queue;
        executor = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), threads(name));
    }

    /** Work that was taken on. */
    interface Ticket {

        /** Drops the work if it has not begun; what has begun goes on to its end. */
        void drop();
    }

    /** Takes the work on; empty if the queue is full or the pool is closed. */
    Optional<Ticket> submit(Runnable work) {
        try {
            executor.execute(work);
            return Optional.of(() -> executor.remove(work));
        } catch (RejectedExecutionException e) {
            refused.increment();
            return Optional.empty();
        }
    }

    /**
     * Takes the work on.
     *
     * @throws RejectedExecutionException if the queue is full or the pool is closed
     */
    void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            refused.increment();
            throw e;
        }
    }

    /** What it does now. */
    PoolView view() {
        return new PoolView(
                name,
                workers,
                capacity,
                executor::getActiveCount,
                () -> executor.getQueue().size(),
                refused::sum);
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
