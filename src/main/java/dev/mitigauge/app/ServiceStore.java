package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.ActivationLog;
import dev.mitigauge.assessment.kept.Store;
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
 * @param standings finds out where projects stood before the service started
 */
record ServiceStore(Store store, ActivationLog log, Sweeper sweeper, LastStandings standings) implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofHours(1);

    /** Opens what the settings name, without waiting for its database; nothing if nothing shall be kept. */
    static Optional<ServiceStore> open(Settings settings, Path workingDirectory) {
        StoreSettings how = settings.of(StoreSettings.class);
        return StoreLocation.of(how, settings.of(PathSettings.class), workingDirectory)
                .open(how)
                .map(store -> new ServiceStore(
                        store,
                        new ActivationLog(store.rules(), RETRY),
                        Sweeper.start(store, Clock.systemUTC(), SWEEP),
                        new LastStandings(store.projects(), RETRY)));
    }

    @Override
    public void close() {
        standings.close();
        sweeper.close();
        log.close();
        store.close();
    }
}
