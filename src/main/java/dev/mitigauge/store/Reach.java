package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a database can be reached. While it can't, one question at a time finds out whether that is still so, beside all calls: each would wait
 * for a connection as long as that one, and those behind it longer than their callers do. Whoever has it asked waits for a moment, so that the
 * first call after an outage works; all others are told at once.
 */
final class Reach implements AutoCloseable {

    /** Far more than a database takes that is there. */
    private static final long MOMENT_MILLIS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final Supplier<Stored<String>> question;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread asks = new Thread(task, "store-reach");
        asks.setDaemon(true);
        return asks;
    });
    private volatile @Nullable Outage away;

    /** @param question that changes nothing */
    Reach(Supplier<Stored<String>> question) {
        this.question = question;
    }

    /** What comes of a call, or what came of one before it. */
    <T> Stored<T> ask(Supplier<Stored<T>> call) {
        Outage last = away;
        return last == null || isBack() ? noted(call.get()) : new Stored.Unavailable<>(last);
    }

    private boolean isBack() {
        if (thread.isShutdown() || !asking.compareAndSet(false, true)) {
            return false;
        }
        Future<?> answer = thread.submit(this::question);
        try {
            answer.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            return away == null;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("whether the store can be reached can't be found out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void question() {
        try {
            noted(question.get());
        } catch (RuntimeException e) {
            // The call itself shows what is wrong.
            away = null;
            LOG.error("whether the store can be reached can't be found out", e);
        } finally {
            asking.set(false);
        }
    }

    private <T> Stored<T> noted(Stored<T> answer) {
        away = answer instanceof Stored.Unavailable<T> gone && gone.outage().cause() == Outage.Cause.UNREACHABLE
                ? gone.outage()
                : null;
        return answer;
    }

    /** What is asked already may end. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
