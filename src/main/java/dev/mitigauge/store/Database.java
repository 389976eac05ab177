package dev.mitigauge.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.StoreListener;
import dev.mitigauge.assessment.kept.StoreListener.Operation;
import dev.mitigauge.assessment.kept.Stored;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database: reads and changes, each answered with what came of it or with why the database can't be asked. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Something to be done over one connection. */
    interface Work<T> {
        T in(Session session);
    }

    private final Dialect dialect;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Migrations migrations;
    private final Jdbi writing;
    private final Jdbi reading;
    private final StoreListener listener;
    private final Reach reach;
    private final AtomicReference<Outage.@Nullable Cause> told = new AtomicReference<>();

    /**
     * @param writers connections that change something
     * @param readers connections that do not; may be the same
     * @param listener told of every call
     */
    Database(
            Dialect dialect,
            HikariDataSource writers,
            HikariDataSource readers,
            Migrations migrations,
            StoreListener listener) {
        this.listener = listener;
        this.dialect = dialect;
        this.writers = writers;
        this.readers = readers;
        this.migrations = migrations;
        this.writing = Jdbi.create(writers);
        this.reading = Jdbi.create(readers);
        this.reach = new Reach(
                () -> guarded(() -> reading.withHandle(handle -> dialect.version(new Session(handle, dialect, null)))));
        listener.connections(new PooledConnections(writers, readers));
    }

    /** Asks without changing anything. */
    <T> Stored<T> read(Work<T> work) {
        return guarded(Operation.READ, () -> reading.withHandle(handle -> work.in(new Session(handle, dialect, null))));
    }

    /** Changes all or nothing. */
    <T> Stored<T> write(Work<T> work) {
        @Nullable String traceParent = listener.traceParent();
        return guarded(
                Operation.WRITE,
                () -> writing.inTransaction(handle -> work.in(new Session(handle, dialect, traceParent))));
    }

    /** Whether it can be written to, and its name and version. */
    Stored<String> check() {
        return write(dialect::version);
    }

    HikariDataSource writers() {
        return writers;
    }

    @Override
    public void close() {
        reach.close();
        readers.close();
        writers.close();
    }

    private <T> Stored<T> guarded(Operation operation, Supplier<T> call) {
        long start = System.nanoTime();
        Stored<T> answer = reach.ask(() -> guarded(call));
        long nanos = System.nanoTime() - start;
        if (answer instanceof Stored.Unavailable<T> unavailable) {
            listener.unavailable(operation, unavailable.outage().cause(), nanos);
        } else {
            listener.answered(operation, nanos);
        }
        return answer;
    }

    private <T> Stored<T> guarded(Supplier<T> call) {
        if (writers.isClosed()) {
            return new Stored.Unavailable<>(new Outage(Outage.Cause.UNREACHABLE, "the store is closed"));
        }
        try {
            Optional<Outage> unprepared = migrations.ensure();
            if (unprepared.isPresent()) {
                return unavailable(unprepared.get());
            }
            T value = call.get();
            if (told.getAndSet(null) != null) {
                LOG.info("the store answers again");
            }
            return new Stored.Done<>(value);
        } catch (RuntimeException e) {
            return unavailable(Outages.of(e).orElseThrow(() -> e));
        }
    }

    /** The log is told once, not with every call. */
    private <T> Stored<T> unavailable(Outage outage) {
        if (told.getAndSet(outage.cause()) != outage.cause()) {
            LOG.warn("the store can't be used: {}", outage);
        }
        return new Stored.Unavailable<>(outage);
    }
}
