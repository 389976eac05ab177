package dev.mitigauge.app;

import dev.mitigauge.http.HttpListener;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line for each request that has ended, as long as there is room for it; what finds none is counted. */
final class AccessLog implements AutoCloseable {

    /** Who logs it. */
    static final String NAME = "mitigauge.access";

    /** Several event loops may find the last place free at once. */
    static final int SLACK = 64;

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final Set<String> WATCHERS = Set.of("/health/live", "/health/ready", "/metrics");
    private static final int MOST_CHARACTERS = 500;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS = 1e3;

    private final boolean all;
    private final BooleanSupplier room;
    private final Runnable end;
    private final LongAdder dropped = new LongAdder();

    /**
     * @param all whether probes and scrapes count, too
     * @param room whether there is room for a line
     * @param end writes what waits
     */
    AccessLog(boolean all, BooleanSupplier room, Runnable end) {
        this.all = all;
        this.room = room;
        this.end = end;
    }

    /** How many lines found no room. */
    long dropped() {
        return dropped.sum();
    }

    void add(HttpListener.Ended request) {
        if (!LOG.isInfoEnabled() || (!all && WATCHERS.contains(request.route()))) {
            return;
        }
        if (room.getAsBoolean()) {
            write(request);
        } else {
            dropped.increment();
        }
    }

    private static void write(HttpListener.Ended request) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", request.method())
                .addKeyValue("route", request.route())
                .addKeyValue("status", request.status())
                .addKeyValue("bytes", request.bytes())
                .addKeyValue("durationMillis", Math.round(request.nanos() / MICROS) / (NANOS_PER_MILLI / MICROS));
        HttpListener.Asked asked = request.of();
        String path = asked == null ? "" : shortened(asked.path());
        if (asked != null) {
            line = with(line, "path", path);
            line = with(line, "remoteAddress", asked.address());
            line = with(line, "token", asked.token());
            line = with(line, "requestId", asked.id());
            line = with(line, "traceId", asked.traceId());
            line = with(line, "spanId", asked.spanId());
        }
        line.log("{} {} {}", request.method(), path, request.status());
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String key, @Nullable String value) {
        return value == null ? line : line.addKeyValue(key, value);
    }

    private static String shortened(String path) {
        return path.length() <= MOST_CHARACTERS ? path : path.substring(0, MOST_CHARACTERS) + "…";
    }

    /** Writes what waits. */
    @Override
    public void close() {
        end.run();
    }
}
