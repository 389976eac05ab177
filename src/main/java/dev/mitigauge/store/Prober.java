package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Store;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the store again and again whether it can be used, so that whoever listens to it knows before somebody needs it. */
public final class Prober implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Prober.class);

    private final Store store;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread probing = new Thread(task, "store-probe");
        probing.setDaemon(true);
        return probing;
    });

    private Prober(Store store) {
        this.store = store;
    }

    /** Begins at once. */
    public static Prober start(Store store, Duration period) {
        Prober prober = new Prober(store);
        var unused = prober.thread.scheduleWithFixedDelay(prober::probe, 0, period.toMillis(), TimeUnit.MILLISECONDS);
        return prober;
    }

    private void probe() {
        try {
            LOG.trace("the store: {}", store.check());
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("whether the store can be used can't be found out", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
