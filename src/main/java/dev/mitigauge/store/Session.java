package dev.mitigauge.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Statements over one connection. Arguments stand for the question marks: texts, numbers and bytes as they are, instants, days and enums as
 * texts, which PostgreSQL takes for what its column is.
 *
 * @param traceParent in which trace it is made, as a header of the W3C has it; null for none
 */
record Session(Handle handle, Dialect dialect, @Nullable String traceParent) {

    /** Of one width, so that SQLite orders texts as time does. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** How many rows it has changed. */
    int change(String sql, @Nullable Object... arguments) {
        return bound(handle.createUpdate(sql), arguments).execute();
    }

    <T> List<T> rows(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return bound(handle.createQuery(sql), arguments)
                .map((set, context) -> reader.read(new Row(set, dialect)))
                .list();
    }

    /** The first row. */
    <T> Optional<T> row(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return rows(sql, reader, arguments).stream().findFirst();
    }

    /** Holds a lock with others until the transaction ends. */
    void share(Dialect.Lock lock) {
        dialect.lock(this, lock, false);
    }

    /** Holds a lock alone until the transaction ends. */
    void take(Dialect.Lock lock) {
        dialect.lock(this, lock, true);
    }

    /** Keeps others from judging a project until the transaction ends. */
    void take(String project) {
        dialect.lock(this, project);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            statement.bind(i, argument(arguments[i]));
        }
        return statement;
    }

    private static @Nullable Object argument(@Nullable Object value) {
        if (value instanceof String text) {
            return storable(text);
        }
        if (value instanceof Instant instant) {
            return INSTANT.format(instant);
        }
        if (value instanceof LocalDate || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }

    /** PostgreSQL keeps neither NUL nor half a surrogate pair, and a document may well be named so. */
    private static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
