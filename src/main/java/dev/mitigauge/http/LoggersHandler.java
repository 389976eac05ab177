package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET} and {@code PUT /api/v1/loggers/{name}}: how much is logged, until the service ends. */
final class LoggersHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoggersHandler.class);
    private static final ObjectWriter WRITER = new JsonMapper().writerFor(LogLevels.Logger.class);
    private static final String JSON = "application/json";

    private final LogLevels levels;
    private final StoreReads reads;
    private final StoreWrites writes;

    LoggersHandler(LogLevels levels, StoreReads reads, StoreWrites writes) {
        this.levels = levels;
        this.reads = reads;
        this.writes = writes;
    }

    void show(Vertx vertx, Exchange exchange) {
        String name = exchange.parameter("name");
        exchange.answer(levels.find(name)
                .map(LoggersHandler::reply)
                .orElseGet(() -> reads.turnedAway(exchange, unknown(name))));
    }

    void put(Vertx vertx, Exchange exchange) {
        if (StoreWrites.isIn(exchange.request(), JSON)) {
            reads.take(vertx, exchange, body -> put(exchange, level(exchange, body)));
        } else {
            String type = exchange.request().getHeader("Content-Type");
            exchange.answer(reads.turnedAway(exchange, Problems.unsupportedMediaType(type, JSON)));
        }
    }

    /** What is wrong with a change of a level. */
    static Optional<Problem> problem(Exchange exchange, byte[] body) {
        return level(exchange, body).objection();
    }

    private static KeptBodies.Read<KeptBodies.NewLevel> level(Exchange exchange, byte[] body) {
        KeptBodies.Read<KeptBodies.NewLevel> read = KeptBodies.level(body);
        if (read instanceof KeptBodies.Read.Understood<KeptBodies.NewLevel> understood) {
            String level = understood.value().level();
            boolean root = exchange.parameter("name").equals(LogLevels.ROOT);
            if (level == null ? root : !LogLevels.WORDS.contains(level)) {
                return new KeptBodies.Read.No<>(Problem.of(Trouble.INVALID_REQUEST, List.of(wrong(level))));
            }
        }
        return read;
    }

    private StoreReads.Answer put(Exchange exchange, KeptBodies.Read<KeptBodies.NewLevel> read) {
        if (read instanceof KeptBodies.Read.No<KeptBodies.NewLevel> no) {
            return new StoreReads.Answer.No(no.problem());
        }
        String name = exchange.parameter("name");
        String level =
                ((KeptBodies.Read.Understood<KeptBodies.NewLevel>) read).value().level();
        // Before it is so: what is off tells nothing of that.
        levels.find(name)
                .ifPresent(logger -> LOG.warn(
                        "{} sets the level of {} to {}",
                        exchange.caller().name(),
                        logger.name(),
                        level == null ? "that of its package" : level));
        return levels.set(name, level)
                .<StoreReads.Answer>map(changed -> changed(exchange, changed))
                .orElseGet(() -> new StoreReads.Answer.No(unknown(name)));
    }

    private static Fault wrong(@Nullable String level) {
        return level == null
                ? Fault.inField(
                        "level", "must be a word for `ROOT`, above which there is none", "use one of " + words())
                : Fault.inField(
                        "level",
                        "unknown level " + Quoted.of(level),
                        Nearest.remedy(level, LogLevels.WORDS) + ", or null");
    }

    private static String words() {
        return String.join(", ", LogLevels.WORDS);
    }

    private StoreReads.Answer changed(Exchange exchange, LogLevels.Logger logger) {
        String level = logger.level() == null ? "that of its package" : logger.level();
        writes.auditIfKept(exchange, "log.level", logger.name(), "level: " + level);
        return new StoreReads.Answer.Yes(reply(logger));
    }

    private static Reply reply(LogLevels.Logger logger) {
        try {
            return Reply.ok(JSON, WRITER.writeValueAsBytes(logger));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }

    private Problem unknown(String name) {
        Optional<String> near = Nearest.to(name, levels.names());
        return Problem.of(
                Trouble.NOT_FOUND,
                "nobody logs under the name " + Quoted.of(name),
                near.map(other -> "did you mean " + Quoted.of(other) + "? ").orElse("")
                        + "take `ROOT`, a package such as `dev.mitigauge.http`, or a class that has begun to work");
    }
}
