package dev.mitigauge.app;

import dev.mitigauge.cli.Workshop;
import dev.mitigauge.http.HttpService;
import dev.mitigauge.http.Started;
import dev.mitigauge.metrics.Metrics;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service while it listens. Ends with the process: SIGTERM and Ctrl-C stop it as {@link #close} does. */
final class ListeningService implements Workshop.Service {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningService.class);

    private final HttpService service;
    private final Metrics metrics;
    private final LiveRules rules;
    private final Optional<SharedRules> shared;
    private final Optional<ServiceStore> kept;
    private final ServiceTracing traced;
    private final AccessLog accessLog;
    private final Started.Listening listening;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread stop = new Thread(this::close, "stop");

    ListeningService(
            HttpService service,
            Metrics metrics,
            LiveRules rules,
            Optional<SharedRules> shared,
            Optional<ServiceStore> kept,
            ServiceTracing traced,
            AccessLog accessLog,
            Started.Listening listening) {
        this.service = service;
        this.metrics = metrics;
        this.rules = rules;
        this.shared = shared;
        this.kept = kept;
        this.traced = traced;
        this.accessLog = accessLog;
        this.listening = listening;
        Runtime.getRuntime().addShutdownHook(stop);
    }

    @Override
    public URI address() {
        return URI.create(listening.url());
    }

    @Override
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Whoever calls it second waits until the first has stopped the service: the process must not end in between. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            shared.ifPresent(SharedRules::close);
            rules.close();
            service.stop().toCompletableFuture().join();
            kept.ifPresent(ServiceStore::close);
            traced.close();
            accessLog.close();
            metrics.close();
            stopped.countDown();
            forget();
            return;
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever starts and stops services in one process would otherwise keep them all in memory. */
    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            LOG.trace("the process is ending, and what it keeps with it", e);
        }
    }
}
