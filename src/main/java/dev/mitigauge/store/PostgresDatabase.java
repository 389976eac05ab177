package dev.mitigauge.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.kept.StoreListener;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of PostgreSQL, which replicas may share. */
final class PostgresDatabase {

    private static final int MILLIS = 1000;

    private PostgresDatabase() {}

    static Database open(StoreSettings settings, StoreListener listener) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(Objects.requireNonNull(settings.url(), "store.url"));
        config.setUsername(settings.user());
        Secret password = settings.password();
        config.setPassword(password == null ? null : password.reveal());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.waitMillis());
        // A service starts without its database, and recovers when it comes.
        config.setInitializationFailTimeout(-1);
        // Texts become what their column is: an instant, a day, JSON.
        config.addDataSourceProperty("stringtype", "unspecified");
        config.addDataSourceProperty("ApplicationName", "mitigauge");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", seconds(settings.waitMillis()));
        // What the server does not end by itself is given up a little later.
        config.addDataSourceProperty("socketTimeout", seconds(settings.statementMillis() + 5 * MILLIS));
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + settings.statementMillis() + " -c lock_timeout=" + settings.waitMillis());
        HikariDataSource pool = new HikariDataSource(config);
        return new Database(
                Dialect.POSTGRESQL,
                pool,
                pool,
                new Migrations(Dialect.POSTGRESQL, migrating(settings), settings.waitMillis()),
                listener);
    }

    /** For changes of the tables, which take as long as there are rows: only a lock that others hold is not waited for. */
    private static DataSource migrating(StoreSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Objects.requireNonNull(settings.url(), "store.url"));
        source.setUser(settings.user());
        Secret password = settings.password();
        source.setPassword(password == null ? null : password.reveal());
        source.setApplicationName("mitigauge");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout((settings.waitMillis() + MILLIS - 1) / MILLIS);
        source.setOptions("-c lock_timeout=" + settings.waitMillis());
        return source;
    }

    private static String seconds(int millis) {
        return Integer.toString((millis + MILLIS - 1) / MILLIS);
    }
}
