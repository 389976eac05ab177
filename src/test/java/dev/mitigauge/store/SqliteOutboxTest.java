package dev.mitigauge.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private SqlStore store;

    @BeforeEach
    void open() {
        store = another();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    SqlStore store() {
        return store;
    }

    @Override
    SqlStore another() {
        return SqlStore.sqlite(directory.resolve("mitigauge.db"), StoreContract.settings(0, 0));
    }
}
