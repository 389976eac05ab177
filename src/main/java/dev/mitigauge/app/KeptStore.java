package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The store of a service, for a command that only reads: none is made if there is none. */
final class KeptStore {

    private KeptStore() {}

    static Outcome<Store> open(Settings settings, Path workingDirectory) {
        StoreSettings how = settings.of(StoreSettings.class);
        StoreLocation location = StoreLocation.of(how, settings.of(PathSettings.class), workingDirectory);
        if (location instanceof StoreLocation.InFile in && !Files.exists(in.file())) {
            return fault(
                    in.file() + ": there is no such store", "check --data: a service that ran with it has made one");
        }
        return location.open(how)
                .<Outcome<Store>>map(Outcome.Made::new)
                .orElseGet(() -> fault("nothing is kept", "name the service's directory with --data"));
    }

    private static Outcome<Store> fault(String message, String remedy) {
        return new Outcome.Invalid<>(List.of(new Fault("store", 0, 0, message, remedy, null)));
    }
}
