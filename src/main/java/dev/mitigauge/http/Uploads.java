package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.rules.OutOfTime;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives bodies within the limits that all requests share, and has them answered: small ones at once, others by a worker. */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final HttpSettings settings;
    private final AssessmentPool pool;
    private final BodyBudget budget;
    private final AssessmentListener listener;

    Uploads(HttpSettings settings, AssessmentPool pool, BodyBudget budget, AssessmentListener listener) {
        this.settings = settings;
        this.pool = pool;
        this.budget = budget;
        this.listener = listener;
    }

    void turnAway(Exchange exchange, Problem problem) {
        listener.rejected(problem.trouble().reason());
        exchange.answer(problem);
    }

    /** The answer that turns a request away, from whatever thread. */
    Reply turnedAway(Problem problem, String requestId) {
        listener.rejected(problem.trouble().reason());
        return ProblemJson.reply(problem, requestId);
    }

    /** Whether a body is packed in a way that is not understood. */
    static boolean encoded(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /**
     * Lets the body come and has it answered.
     *
     * @param inline which bodies are answered on the event loop
     * @param work the answer to a body, on whatever thread; never throws
     */
    void receive(Vertx vertx, Exchange exchange, Predicate<byte[]> inline, Function<byte[], Reply> work) {
        receive(vertx, exchange, inline, body -> new Step.Answered(work.apply(body)), pool);
    }

    /**
     * The same for work that may find out that it takes the store.
     *
     * @param storing does what is left then
     */
    void receive(
            Vertx vertx,
            Exchange exchange,
            Predicate<byte[]> inline,
            Function<byte[], Step> work,
            AssessmentPool storing) {
        if (announced(exchange.request()) > settings.maxBodyBytes()) {
            turnAway(exchange, Problems.tooLarge(settings.maxBodyBytes()));
        } else {
            Incoming incoming = new Incoming(vertx, exchange, inline, work, storing);
            incoming.receive();
        }
    }

    /** The same work, for those bodies of which the contract has nothing to say. */
    private static Function<byte[], Step> underContract(UnderContract contract, Function<byte[], Step> work) {
        return body -> contract.refusal(body).<Step>map(Step.Answered::new).orElseGet(() -> work.apply(body));
    }

    /** Length that the headers announce, 0 if they announce none. The server itself refuses what is no number. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** A request whose headers are in order, until it is answered. */
    private final class Incoming {
        private final Vertx vertx;
        private final Exchange exchange;
        private final Predicate<byte[]> inline;
        private final Function<byte[], Step> work;
        private final AssessmentPool storing;
        private final Body body = new Body(settings.maxBodyBytes(), settings.inlineBytes(), budget);
        private final long timer;
        private boolean arrived;

        /** Whether nothing is left to do. Workers look at it, too. */
        private volatile boolean over;

        private AssessmentPool.@Nullable Ticket ticket;

        Incoming(
                Vertx vertx,
                Exchange exchange,
                Predicate<byte[]> inline,
                Function<byte[], Step> work,
                AssessmentPool storing) {
            this.vertx = vertx;
            this.exchange = exchange;
            this.inline = inline;
            this.work = underContract(exchange.underContract(), work);
            this.storing = storing;
            exchange.awaitedUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.requestTimeoutSeconds()));
            this.timer = vertx.setTimer(settings.requestTimeoutSeconds() * 1_000L, late -> timeOut());
        }

        void receive() {
            HttpServerRequest request = exchange.request();
            request.handler(chunk -> {
                switch (body.add(chunk)) {
                    case KEPT -> {}
                    case TOO_LARGE -> giveUp(Problems.tooLarge(settings.maxBodyBytes()));
                    case NO_ROOM -> giveUp(Problems.busy());
                }
            });
            request.endHandler(end -> arrived());
            request.response().exceptionHandler(gone -> letGo());
            exchange.welcomeBody();
        }

        private void arrived() {
            arrived = true;
            byte[] bytes = body.bytes();
            if (inline.test(bytes)) {
                proceed(begin(() -> work.apply(bytes)));
            } else {
                handOver(pool, () -> work.apply(bytes));
            }
        }

        /** Does a part, as far as there is time, and somebody to answer. */
        private Step begin(Supplier<Step> part) {
            try {
                return exchange.of(() -> over || exchange.late() ? new Step.TooLate() : part.get());
            } catch (OutOfTime e) {
                LOG.debug("request {} took too long", exchange.id(), e);
                return new Step.TooLate();
            }
        }

        private void proceed(Step step) {
            if (step instanceof Step.Answered answered) {
                answer(answered.reply());
            } else if (step instanceof Step.TakesStore more) {
                handOver(storing, () -> new Step.Answered(more.rest().get()));
            } else {
                timeOut();
            }
        }

        private void handOver(AssessmentPool to, Supplier<Step> part) {
            if (over) {
                return;
            }
            var eventLoop = vertx.getOrCreateContext();
            Optional<AssessmentPool.Ticket> taken = to.submit(
                    exchange.caller().name(),
                    () -> {
                        Step step = begin(part);
                        eventLoop.runOnContext(back -> proceed(step));
                    },
                    () -> eventLoop.runOnContext(back -> giveUp(Problems.busy())));
            if (taken.isPresent()) {
                ticket = taken.get();
            } else {
                giveUp(Problems.busy());
            }
        }

        private void answer(Reply reply) {
            letGo();
            exchange.answer(reply);
        }

        private void giveUp(Problem problem) {
            letGo();
            if (!exchange.over()) {
                turnAway(exchange, problem);
            }
        }

        private void timeOut() {
            giveUp(arrived ? Problems.timeout() : Problems.slowRequest());
        }

        /** Gives back all that the request holds; what a worker has begun goes on, and is answered to nobody. */
        private void letGo() {
            over = true;
            vertx.cancelTimer(timer);
            body.release();
            if (ticket != null) {
                ticket.drop();
            }
        }
    }
}
