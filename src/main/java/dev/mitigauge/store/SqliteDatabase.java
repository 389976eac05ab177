package dev.mitigauge.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mitigauge.assessment.kept.StoreListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A file of SQLite. One connection writes, so that threads wait for their turn instead of meeting locks; others read beside it (WAL). A change
 * is on the disk when it is confirmed (full synchronisation).
 */
final class SqliteDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

    private SqliteDatabase() {}

    static Database open(Path file, StoreSettings settings, StoreListener listener) {
        makeUnlessThere(file);
        SQLiteDataSource changing = source(file, settings, SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource asking = source(file, settings, SQLiteConfig.TransactionMode.DEFERRED);
        return new Database(
                Dialect.SQLITE,
                pool("writer", changing, 1, settings),
                pool("readers", asking, settings.connections() - 1, settings),
                new Migrations(Dialect.SQLITE, changing, settings.waitMillis()),
                listener);
    }

    private static void makeUnlessThere(Path file) {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.create(file);
            }
        } catch (IOException e) {
            // The first call says so to whoever asks, and tries again.
            LOG.debug("{} can't be made yet", file, e);
        }
    }

    static SQLiteDataSource source(Path file, StoreSettings settings, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(settings.waitMillis());
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, SQLiteDataSource source, int size, StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.waitMillis());
        // A service starts without its database, and recovers when it comes.
        config.setInitializationFailTimeout(-1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }
}
