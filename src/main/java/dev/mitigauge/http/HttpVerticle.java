package dev.mitigauge.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.ext.web.Router;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The share of one event loop in the service. */
final class HttpVerticle extends VerticleBase {

    /** Connections on which nothing happens are closed; longer than any request takes. */
    private static final int IDLE_SECONDS_BEYOND_TIMEOUT = 30;

    /** Most bytes of the first line of a request, its address included. */
    static final int MAX_FIRST_LINE_BYTES = 4_096;

    private static final Set<String> TLS_VERSIONS = Set.of("TLSv1.3", "TLSv1.2");

    private final HttpSettings settings;
    private final TrafficSettings traffic;
    private final @Nullable PemKeyCertOptions identity;
    private final Dispatch dispatch;
    private final Connections connections;
    private final Admission admission;
    private final IntConsumer listening;
    private @Nullable HttpServer server;

    /** @param identity by which it proves who it is, null for plain HTTP */
    HttpVerticle(
            HttpSettings settings,
            TrafficSettings traffic,
            @Nullable PemKeyCertOptions identity,
            Dispatch dispatch,
            Connections connections,
            Admission admission,
            IntConsumer listening) {
        this.settings = settings;
        this.traffic = traffic;
        this.identity = identity;
        this.connections = connections;
        this.admission = admission;
        this.dispatch = dispatch;
        this.listening = listening;
    }

    @Override
    public Future<?> start() {
        Router router = dispatch.router(vertx, admission);
        connections.watch(vertx);
        admission.watch(vertx);
        HttpServer created = vertx.createHttpServer(options())
                .connectionHandler(connections::opened)
                .requestHandler(request -> {
                    connections.began(request);
                    router.handle(request);
                })
                .invalidRequestHandler(request -> dispatch.invalid(vertx, request));
        server = created;
        return created.listen().onSuccess(bound -> listening.accept(bound.actualPort()));
    }

    /** Shows another certificate to those who connect from now on. */
    Future<Boolean> show(PemKeyCertOptions renewed) {
        return server == null ? Future.succeededFuture(false) : server.updateSSLOptions(tls(renewed));
    }

    /** Takes no new connection and lets the requests in flight come to their end. */
    @Override
    public Future<?> stop() {
        return server == null
                ? Future.succeededFuture()
                : server.shutdown(settings.shutdownGraceSeconds(), TimeUnit.SECONDS);
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.host())
                // To Vert.x a negative port is any free one that all event loops share.
                .setPort(settings.port() == 0 ? -1 : settings.port())
                .setMaxHeaderSize(traffic.maxHeaderBytes())
                .setMaxInitialLineLength(MAX_FIRST_LINE_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(false)
                .setIdleTimeout(settings.requestTimeoutSeconds() + IDLE_SECONDS_BEYOND_TIMEOUT)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return identity == null
                ? options
                : options.setSsl(true)
                        .setUseAlpn(false)
                        .setKeyCertOptions(identity)
                        .setEnabledSecureTransportProtocols(TLS_VERSIONS);
    }

    private static ServerSSLOptions tls(PemKeyCertOptions identity) {
        return new ServerSSLOptions()
                .setKeyCertOptions(identity)
                .setUseAlpn(false)
                .setEnabledSecureTransportProtocols(TLS_VERSIONS);
    }
}
