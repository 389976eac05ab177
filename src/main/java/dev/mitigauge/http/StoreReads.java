package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Stored;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what only the store knows, beside the event loops and beside the workers that assess. */
final class StoreReads {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReads.class);

    /** Items of a page if the caller does not say how many. */
    static final int USUAL = 50;

    /** Whoever keeps an answer asks each time whether it still is the answer, and whether it may still be read. */
    static final String REVALIDATE = "private, no-cache";

    private final boolean kept;
    private final Uploads uploads;

    /**
     * @param kept whether there is a store
     * @param uploads over the threads that ask the store
     */
    StoreReads(boolean kept, Uploads uploads) {
        this.kept = kept;
        this.uploads = uploads;
    }

    /** What came of asking. */
    sealed interface Answer {

        /** It is there. */
        record Yes(Reply reply) implements Answer {}

        /** It is not, or can't be told. */
        record No(Problem problem) implements Answer {}
    }

    /** Has a request without a body answered. */
    void answer(Vertx vertx, Exchange exchange, List<String> known, Function<Parameters, Answer> work) {
        if (!kept) {
            uploads.turnAway(exchange, Problems.nothingKept());
            return;
        }
        Parameters parameters = Parameters.of(exchange.request().query(), known);
        if (parameters.fault() != null) {
            uploads.turnAway(exchange, ((Answer.No) invalid(parameters)).problem());
            return;
        }
        uploads.receive(vertx, exchange, request -> false, body -> reply(exchange, () -> work.apply(parameters)));
    }

    /** Has a request with a body answered. */
    void take(Vertx vertx, Exchange exchange, Function<byte[], Answer> work) {
        uploads.receive(vertx, exchange, request -> false, body -> reply(exchange, () -> work.apply(body)));
    }

    /** The answer that turns a request away. */
    Reply turnedAway(Exchange exchange, Problem problem) {
        return uploads.turnedAway(problem, exchange.id());
    }

    static Answer json(byte[] body) {
        return new Answer.Yes(Reply.ok("application/json", body));
    }

    /** The answer that is made of what the store says, or that it can't be asked. */
    static <T> Answer answer(Stored<T> stored, Function<T, Answer> use) {
        return stored instanceof Stored.Done<T> done
                ? use.apply(done.value())
                : new Answer.No(Problems.away(((Stored.Unavailable<T>) stored).outage()));
    }

    /** That a parameter makes no sense. */
    static Answer invalid(Parameters parameters) {
        Fault fault = parameters.fault();
        if (fault == null) {
            throw new IllegalStateException("nothing is wrong with the parameters");
        }
        return new Answer.No(Problem.of(Trouble.INVALID_REQUEST, List.of(fault)));
    }

    private Reply reply(Exchange exchange, Supplier<Answer> work) {
        try {
            Answer answer = work.get();
            return answer instanceof Answer.Yes yes
                    ? yes.reply()
                    : uploads.turnedAway(((Answer.No) answer).problem(), exchange.id());
        } catch (RuntimeException | Error e) {
            LOG.error("request {} failed", exchange.id(), e);
            return uploads.turnedAway(Problems.internal(), exchange.id());
        }
    }

    /** Parameters of an address; the first that is wrong is remembered. */
    static final class Parameters {

        /** Digits of ASCII alone: a number that the contract knows, too. */
        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

        private final Map<String, String> values = new HashMap<>();
        private @Nullable Fault fault;

        static Parameters of(@Nullable String query, List<String> known) {
            Parameters parameters = new Parameters();
            try {
                for (Map.Entry<String, String> each : Query.parse(query == null ? "" : query)) {
                    parameters.add(each, known);
                }
            } catch (IllegalArgumentException e) {
                parameters.fault = Fault.inField(
                        "?", "the address holds a broken escape", "write each byte as % and two hexadecimal digits");
            }
            return parameters;
        }

        private void add(Map.Entry<String, String> parameter, List<String> known) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                fault = Fault.inField(
                        name,
                        "unknown parameter " + Quoted.of(name),
                        known.isEmpty() ? "leave it out" : Nearest.remedy(name, known));
            } else if (values.put(name, parameter.getValue()) != null) {
                fault = Fault.inField(name, "`" + name + "` is given twice", "leave one of the two out");
            }
        }

        @Nullable
        String get(String name) {
            return values.get(name);
        }

        /** A whole number, null if it is left out or wrong. */
        @Nullable
        Long number(String name, long least, long most) {
            String value = values.get(name);
            if (value == null) {
                return null;
            }
            if (NUMBER.matcher(value).matches()) {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            fault = Fault.inField(
                    name,
                    "must be a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most) + ", but is "
                            + Quoted.of(value),
                    "leave it out, or take what the answer before said");
            return null;
        }

        /**
         * A value of another kind, null if it is left out or wrong.
         *
         * @param must what it must be, in words
         */
        <T> @Nullable T read(String name, Function<String, Optional<T>> reader, String must) {
            String value = values.get(name);
            if (value == null) {
                return null;
            }
            Optional<T> read = reader.apply(value);
            if (read.isEmpty()) {
                fault = Fault.inField(
                        name,
                        "must be " + must + ", but is " + Quoted.of(value),
                        "leave it out, or take what the answer before said");
            }
            return read.orElse(null);
        }

        /** How many items a page shall have; what is wrong with it is a fault. */
        int limit() {
            @Nullable Long limit = number("limit", 1, Page.LARGEST);
            return limit == null ? USUAL : limit.intValue();
        }

        @Nullable
        Fault fault() {
            return fault;
        }
    }
}
