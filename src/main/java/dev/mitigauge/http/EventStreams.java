package dev.mitigauge.http;

import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Stored;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/v1/events}: what happens, as it happens, to as many readers as may be. One thread asks the log of events for all of them; those
 * who come back are given what they missed, from the same log.
 */
final class EventStreams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private static final int PAGE = 100;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String LAST_SEEN = "Last-Event-ID";

    /** A reader who hears nothing for so many heartbeats, because it does not read, is cut off. */
    private static final int MISSED_BEATS = 2;

    /** What there is to be streamed. */
    record Log(Outbox outbox, EventSettings settings) {}

    private final Optional<Log> log;
    private final Doorkeeper door;
    private final AssessmentPool storePool;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "event-streams");
        looking.setDaemon(true);
        return looking;
    });
    private volatile boolean closed;

    /** @param storePool asks where a reader begins */
    EventStreams(Optional<KeptParts> kept, Doorkeeper door, AssessmentPool storePool) {
        this.log = kept.map(parts -> new Log(parts.store().outbox(), parts.events()));
        this.door = door;
        this.storePool = storePool;
        log.ifPresent(there -> {
            var unused = thread.scheduleWithFixedDelay(
                    () -> tryToLook(there.outbox()), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** How many readers there are. */
    int count() {
        return open.get();
    }

    void stream(Vertx vertx, Exchange exchange) {
        StoreReads.Parameters parameters =
                StoreReads.Parameters.of(exchange.request().query(), List.of());
        @Nullable String seen = exchange.request().getHeader(LAST_SEEN);
        if (log.isEmpty()) {
            turnAway(exchange, Problems.nothingKept());
        } else if (parameters.fault() != null) {
            turnAway(exchange, Problem.of(Trouble.INVALID_REQUEST, List.of(parameters.fault())));
        } else if (seen != null && !seen.matches("[0-9]{1,18}")) {
            turnAway(exchange, noEvent(seen));
        } else if (exchange.request().method().equals(HttpMethod.HEAD)
                || exchange.underContract().forbidden()) {
            exchange.answer(Reply.ok("text/event-stream", ""));
        } else if (!admit()) {
            turnAway(exchange, tooMany(log.get().settings().maxStreams()));
        } else {
            begin(vertx, exchange, log.get(), seen == null ? null : Long.valueOf(seen));
        }
    }

    private boolean admit() {
        int most = log.map(there -> there.settings().maxStreams()).orElse(0);
        boolean room = open.incrementAndGet() <= most && !closed;
        if (!room) {
            open.decrementAndGet();
        }
        return room;
    }

    private void begin(Vertx vertx, Exchange exchange, Log from, @Nullable Long seen) {
        Context eventLoop = vertx.getOrCreateContext();
        Optional<AssessmentPool.Ticket> asked = storePool.submit(
                exchange.caller().name(),
                () -> {
                    Stored<Long> newest = newest(from.outbox());
                    eventLoop.runOnContext(there -> begin(vertx, eventLoop, exchange, from.settings(), seen, newest));
                },
                () -> eventLoop.runOnContext(displaced -> noRoom(exchange)));
        if (asked.isEmpty()) {
            noRoom(exchange);
        }
    }

    private void noRoom(Exchange exchange) {
        open.decrementAndGet();
        turnAway(exchange, Problems.busy());
    }

    /** A fault must not leave the reader without an answer. */
    private static Stored<Long> newest(Outbox outbox) {
        try {
            return outbox.newest();
        } catch (RuntimeException e) {
            LOG.error("the newest event can't be told", e);
            return new Stored.Unavailable<>(new Outage(Outage.Cause.BUSY, "the newest event can't be told"));
        }
    }

    private void begin(
            Vertx vertx,
            Context eventLoop,
            Exchange exchange,
            EventSettings settings,
            @Nullable Long seen,
            Stored<Long> newest) {
        if (newest instanceof Stored.Unavailable<Long> away) {
            open.decrementAndGet();
            turnAway(exchange, Problems.away(away.outage()));
        } else if (closed || exchange.over()) {
            open.decrementAndGet();
            exchange.answer(Problems.busy());
        } else {
            // A number that there is not was given by a log that is lost: what comes next is all that is known to be
            // new.
            long last = newest.orElseThrow();
            long after = seen == null ? last : Math.min(seen, last);
            begin(vertx, new EventStream(exchange, eventLoop, settings.source(), after), settings);
        }
    }

    private void begin(Vertx vertx, EventStream stream, EventSettings settings) {
        HttpServerResponse response = stream.exchange().request().response();
        stream.exchange().beginStream("text/event-stream");
        response.headers().set("X-Accel-Buffering", "no");
        response.setChunked(true);
        long millis = TimeUnit.SECONDS.toMillis(settings.heartbeatSeconds());
        long timer = vertx.setPeriodic(millis, tick -> beat(stream, millis));
        response.exceptionHandler(broken -> LOG.trace("a reader of events has gone", broken));
        stream.whenOver(() -> forget(vertx, stream, timer));
        streams.add(stream);
        stream.write("retry: 3000\n\n");
        if (closed) {
            stream.end();
        }
    }

    private void forget(Vertx vertx, EventStream stream, long timer) {
        vertx.cancelTimer(timer);
        if (streams.remove(stream)) {
            open.decrementAndGet();
        }
    }

    private void beat(EventStream stream, long millis) {
        Exchange exchange = stream.exchange();
        if (exchange.over()) {
            return;
        }
        if (!stream.beat(TimeUnit.MILLISECONDS.toNanos(millis * MISSED_BEATS))) {
            LOG.debug("a reader of events does not read, so it is cut off");
            exchange.request().connection().close();
            return;
        }
        var unused = door.stillMay(exchange.request(), Role.READ).thenAccept(may -> {
            if (!may) {
                stream.end();
            }
        });
    }

    private void tryToLook(Outbox outbox) {
        try {
            look(outbox);
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("readers can't be told of events", e);
        }
    }

    /** A store that is away says so in the log by itself; there is another time. */
    private void look(Outbox outbox) {
        if (streams.isEmpty() || !(outbox.newest() instanceof Stored.Done<Long> newest)) {
            return;
        }
        Map<Long, Stored<Page<LoggedEvent>>> pages = new HashMap<>();
        for (EventStream stream : streams) {
            if (stream.ready() && stream.after() < newest.value()) {
                Stored<Page<LoggedEvent>> next =
                        pages.computeIfAbsent(stream.after(), after -> outbox.after(after, PAGE));
                if (next instanceof Stored.Done<Page<LoggedEvent>> done) {
                    stream.give(done.value());
                }
            }
        }
    }

    private void turnAway(Exchange exchange, Problem problem) {
        exchange.answer(door.turnedAway(exchange, problem));
    }

    private static Problem noEvent(String seen) {
        return Problem.of(
                Trouble.INVALID_REQUEST,
                List.of(Fault.inField(
                        LAST_SEEN,
                        "must be the id of an event of this stream, a whole number, but is " + Quoted.of(seen),
                        "leave it out to begin with what happens next")));
    }

    private static Problem tooMany(int most) {
        return Problem.of(
                Trouble.BUSY,
                "as many readers of events as may be (" + most + ") are there",
                "try again after a while, or raise `events.maxStreams`");
    }

    /** Ends all of them. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        streams.forEach(EventStream::end);
    }
}
