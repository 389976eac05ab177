package dev.mitigauge.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresOutboxTest extends OutboxContract {

    private static int databases;

    @SuppressWarnings("NullAway.Init") // before each test
    private String url;

    @SuppressWarnings("NullAway.Init") // before each test
    private SqlStore store;

    @BeforeEach
    void open() throws SQLException {
        url = Postgres.database("outbox_" + databases++);
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
        return SqlStore.postgresql(new StoreSettings(url, "postgres", null, 4, 5000, 10_000, 0, 0));
    }
}
