package dev.mitigauge.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The share of one event loop in the service. */
final class HttpVerticle extends VerticleBase {

    /** Connections on which nothing happens are closed; longer than any request takes. */
    private static final int IDLE_SECONDS_BEYOND_TIMEOUT = 30;

    /** Most bytes of all headers of a request together. */
    static final int MAX_HEADER_BYTES = 8_192;

    /** Most bytes of the first line of a request, its address included. */
    static final int MAX_FIRST_LINE_BYTES = 4_096;

    private final HttpSettings settings;
    private final Dispatch dispatch;
    private final IntConsumer listening;
    private @Nullable HttpServer server;

    HttpVerticle(HttpSettings settings, Dispatch dispatch, IntConsumer listening) {
        this.settings = settings;
        this.dispatch = dispatch;
        this.listening = listening;
    }

    @Override
    public Future<?> start() {
        HttpServer created = vertx.createHttpServer(options())
                .requestHandler(dispatch.router(vertx))
                .invalidRequestHandler(request -> dispatch.invalid(vertx, request));
        server = created;
        return created.listen().onSuccess(bound -> listening.accept(bound.actualPort()));
    }

    /** Takes no new connection and lets the requests in flight come to their end. */
    @Override
    public Future<?> stop() {
        return server == null
                ? Future.succeededFuture()
                : server.shutdown(settings.shutdownGraceSeconds(), TimeUnit.SECONDS);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                // To Vert.x a negative port is any free one that all event loops share.
                .setPort(settings.port() == 0 ? -1 : settings.port())
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxInitialLineLength(MAX_FIRST_LINE_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(false)
                .setIdleTimeout(settings.requestTimeoutSeconds() + IDLE_SECONDS_BEYOND_TIMEOUT)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
}
