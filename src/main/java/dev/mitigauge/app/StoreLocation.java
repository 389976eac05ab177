package dev.mitigauge.app;

import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.StoreListener;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where projects and assessments are kept. */
sealed interface StoreLocation {

    /** Nowhere: every answer is forgotten. */
    record Nowhere() implements StoreLocation {}

    /** In a file of this service. */
    record InFile(Path file) implements StoreLocation {}

    /** In a database that others may share. */
    record OnServer() implements StoreLocation {}

    /** Name of the file in the data directory. */
    String FILE = "mitigauge.db";

    /** As the settings say: the database that they name, else a file in the data directory that they name, else nowhere. */
    static StoreLocation of(StoreSettings store, PathSettings paths, Path workingDirectory) {
        String url = store.url();
        String data = paths.data();
        if (url != null) {
            return url.equals(StoreSettings.NONE) ? new Nowhere() : new OnServer();
        }
        return data == null
                ? new Nowhere()
                : new InFile(workingDirectory.resolve(data).resolve(FILE));
    }

    /** The store, without waiting for its database; nothing if nothing shall be kept. */
    default Optional<Store> open(StoreSettings settings) {
        return open(settings, () -> StoreListener.NONE);
    }

    /** The same, with somebody who is told how it does, if there is one. */
    default Optional<Store> open(StoreSettings settings, Supplier<StoreListener> listener) {
        if (this instanceof InFile in) {
            return Optional.of(SqlStore.sqlite(in.file(), settings, listener.get()));
        }
        return this instanceof OnServer ? Optional.of(SqlStore.postgresql(settings, listener.get())) : Optional.empty();
    }
}
