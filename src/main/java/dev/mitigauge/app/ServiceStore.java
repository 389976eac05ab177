package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.ActivationLog;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.metrics.Metrics;
import dev.mitigauge.metrics.MetricsSettings;
import dev.mitigauge.store.Prober;
import dev.mitigauge.store.StoreSettings;
import dev.mitigauge.store.Sweeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The store of a running service, and who works on it by themselves.
 *
 * @param store where everything is kept
 * @param log writes down which rules become active
 * @param sweeper removes what is kept long enough
 * @param prober finds out whether it can be used
 * @param projects shows what it knows of projects
 * @param events tells others of what happens
 */
record ServiceStore(
        Store store, ActivationLog log, Sweeper sweeper, Prober prober, KeptProjects projects, ServiceEvents events)
        implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofHours(1);

    /** Opens what the settings name, without waiting for its database; nothing if nothing shall be kept. */
    static Optional<ServiceStore> open(
            Settings settings, Path workingDirectory, Metrics metrics, ServiceTracing traced, String version) {
        StoreSettings how = settings.of(StoreSettings.class);
        return StoreLocation.of(how, settings.of(PathSettings.class), workingDirectory)
                .open(how, () -> traced.calls().apply(metrics.store()))
                .map(store -> of(store, settings, metrics, traced, version));
    }

    private static ServiceStore of(
            Store store, Settings settings, Metrics metrics, ServiceTracing traced, String version) {
        MetricsSettings shown = settings.of(MetricsSettings.class);
        Clock clock = Clock.systemUTC();
        return new ServiceStore(
                store,
                new ActivationLog(store.rules(), RETRY),
                Sweeper.start(store, clock, SWEEP),
                Prober.start(store, PROBE),
                KeptProjects.start(
                        store,
                        metrics.projects(),
                        shown.maxProjects(),
                        clock,
                        Duration.ofSeconds(shown.projectSeconds())),
                ServiceEvents.start(store.outbox(), settings, metrics, traced.tracing(), version));
    }

    @Override
    public void close() {
        events.close();
        projects.close();
        prober.close();
        sweeper.close();
        log.close();
        store.close();
    }
}
