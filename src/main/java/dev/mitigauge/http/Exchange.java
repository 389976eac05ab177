package dev.mitigauge.http;

import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.rules.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and the one answer to it. Used by the event loop of its connection alone. */
final class Exchange implements HttpListener.Asked {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private static final int FIRST_ERROR = 400;
    private static final int UNAVAILABLE = 503;

    /** Statuses of answers without a body: what a length would say is that of another answer. */
    private static final Set<Integer> BARE = Set.of(204, 304);

    /** In how many seconds a client may try again when the service was busy. */
    private static final CharSequence SECONDS_TO_RETRY = HttpHeaders.createOptimized("1");

    /** How long the rest of a body that nobody wants may take to arrive, so that its sender gets to read the answer. */
    private static final long DRAIN_MILLIS = TimeUnit.SECONDS.toMillis(10);

    private static final Caller NOBODY = new Caller("nobody", null);

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final String id;
    private final @Nullable String callersTrace;
    private Trace trace = Trace.NONE;
    private String route = "";
    private boolean heldBack;
    private Caller caller = NOBODY;
    private Map<String, String> parameters = Map.of();
    private OptionalLong until = OptionalLong.empty();
    private @Nullable Supplier<UnderContract> contract;
    private @Nullable UnderContract held;

    Exchange(Vertx vertx, HttpServerRequest request, String id) {
        this.vertx = vertx;
        this.request = request;
        this.id = id;
        this.callersTrace = TraceParent.traceId(request.getHeader(TraceParent.HEADER));
        ServerMetrics.Measured.became(request, this);
        String expect = request.getHeader(HttpHeaders.EXPECT);
        this.heldBack = expect != null && expect.equalsIgnoreCase("100-continue");
    }

    HttpServerRequest request() {
        return request;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String path() {
        return String.valueOf(request.path());
    }

    @Override
    public String address() {
        return Access.address(request);
    }

    @Override
    public @Nullable String token() {
        Token token = caller.token();
        return token == null ? null : token.name();
    }

    @Override
    public @Nullable String traceId() {
        String followed = trace.traceId();
        return followed == null ? callersTrace : followed;
    }

    @Override
    public @Nullable String spanId() {
        return trace.spanId();
    }

    /** What this service has to do with it. */
    Trace trace() {
        return trace;
    }

    /** Has it followed from here on. */
    void followedBy(Tracing tracing) {
        trace = tracing.serve(request::getHeader);
    }

    /** What comes of work of it: what this thread logs and tells meanwhile is of it. */
    <T> T of(Supplier<T> work) {
        return LogContext.within(this, work);
    }

    /** Does something of it. */
    void does(Runnable work) {
        var unused = of(() -> {
            work.run();
            return true;
        });
    }

    /** The template of its path, empty before that is known. */
    String route() {
        return route;
    }

    /** Who sends it, as far as its route wants to know. */
    Caller caller() {
        return caller;
    }

    void calledBy(Caller known) {
        caller = known;
        LogContext.called(this);
    }

    /** The part of the path that stands for the name in braces. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** @param guard holds it to what the contract says of its route */
    void routed(Route taken, Map<String, String> pathParameters, ContractGuard guard) {
        route = taken.path();
        parameters = Map.copyOf(pathParameters);
        contract = () -> new UnderContract(guard, taken, this, parameters);
    }

    /** The request under contract; on its event loop. */
    UnderContract underContract() {
        UnderContract known = held;
        if (known == null) {
            known = Objects.requireNonNull(contract, "only what has a route is under contract")
                    .get();
            held = known;
        }
        return known;
    }

    /** @param time by {@link System#nanoTime}, after which the answer is of no use */
    void awaitedUntil(long time) {
        until = OptionalLong.of(time);
    }

    /** Whether the time for the answer is up; from whatever thread. */
    boolean late() {
        return until.isPresent() && until.getAsLong() - System.nanoTime() <= 0;
    }

    /** Does something that judges no longer than the answer is awaited; on whatever thread. */
    <T> T inTime(Supplier<T> work) {
        return until.isPresent() ? Deadline.within(until.getAsLong(), work) : work.get();
    }

    /** Whether there is nobody left to answer, or nothing left to say. */
    boolean over() {
        HttpServerResponse response = request.response();
        return response.ended() || response.closed();
    }

    void answer(Problem problem) {
        answer(ProblemJson.reply(problem, id));
    }

    /** Answers that the service failed; why is for the log alone. */
    void fail(Throwable cause) {
        does(() -> LOG.error("request {} failed", id, cause));
        answer(Problems.internal());
    }

    private Reply held(Reply given) {
        try {
            return underContract().instead(given);
        } catch (RuntimeException e) {
            LOG.error("request {} can't be held to the contract", id, e);
            return ProblemJson.reply(Problems.internal(), id);
        }
    }

    /** Sends the answer, unless the exchange is over, or the contract has the last word. */
    void answer(Reply given) {
        if (over()) {
            return;
        }
        boolean lookedUp = contract != null && given.status() < FIRST_ERROR;
        Reply reply = lookedUp ? held(given) : given;
        HttpServerResponse response = request.response();
        response.setStatusCode(reply.status());
        if (!BARE.contains(reply.status())) {
            response.headers()
                    .set(HttpHeaders.CONTENT_TYPE, reply.contentType())
                    // Vert.x knows the length by itself, but tells it to GET alone.
                    .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(reply.body().length));
        }
        response.headers().set(REQUEST_ID, id).set(TYPE_OPTIONS, NO_SNIFF).set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (reply.status() == UNAVAILABLE) {
            response.headers().set(RETRY_AFTER, SECONDS_TO_RETRY);
        }
        reply.headers().forEach(response.headers()::set);
        boolean unread = !request.isEnded() && hasBody();
        if (unread && heldBack) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Future<Void> sent = response.end(Buffer.buffer(reply.body()));
        if (unread && heldBack) {
            // The body may never come, and then what comes next would be taken for it.
            sent.onComplete(done -> request.connection().close());
        } else if (unread) {
            drain();
        }
    }

    /** Sets the headers of an answer whose body comes bit by bit. */
    void beginStream(String contentType) {
        request.response()
                .headers()
                .set(HttpHeaders.CONTENT_TYPE, contentType)
                .set(REQUEST_ID, id)
                .set(TYPE_OPTIONS, NO_SNIFF)
                .set(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    /** Has a body sent that its sender holds back until the headers are found to be in order. */
    void welcomeBody() {
        if (heldBack) {
            heldBack = false;
            request.response().writeContinue();
        }
    }

    /** Whether the headers announce a body. */
    private boolean hasBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }

    /** Many clients read no answer before they have sent all they have: let it come and forget it, within bounds. */
    private void drain() {
        long timer = vertx.setTimer(DRAIN_MILLIS, late -> request.connection().close());
        request.handler(ignored -> {});
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    }
}
