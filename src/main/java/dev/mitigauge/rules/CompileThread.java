package dev.mitigauge.rules;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work of parsers and compilers, which promise nobody to come to an end, on a thread that can be given up. It is told by an interrupt,
 * and ends when it asks for the next class, see {@link CompilerView}.
 */
final class CompileThread {

    /**
     * Each takes a core and much memory. Those who wait for work hold them and not the work itself: what was given up and has not noticed
     * yet keeps nobody waiting.
     */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    private CompileThread() {}

    /** What came of the work; empty if its turn did not come within that time, if it took longer, or if the caller is interrupted meanwhile. */
    static <T> Optional<T> within(int millis, Supplier<T> work) {
        try {
            if (!AT_ONCE.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return run(millis, work);
        } finally {
            AT_ONCE.release();
        }
    }

    private static <T> Optional<T> run(int millis, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "rules-compile");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }
}
