package dev.mitigauge.http;

import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link HttpListener} what Vert.x sees of its servers. Vert.x sees more than a handler does: requests whose connection breaks, and
 * those that no handler is asked about.
 */
final class ServerMetrics implements VertxMetrics, HttpServerMetrics<ServerMetrics.Measured, Void, Void> {

    private static final String UNMATCHED = "unmatched";
    private static final int CLIENT_GONE = 499;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** A request that is being measured. */
    static final class Measured {
        private final long start = System.nanoTime();
        private final String method;
        private String route = UNMATCHED;
        private @Nullable Exchange exchange;
        private boolean told;

        private Measured(String method) {
            this.method = method;
        }

        /** Says which exchange the request became. */
        static void became(HttpServerRequest request, Exchange exchange) {
            if (request instanceof HttpServerRequestInternal internal
                    && internal.metric() instanceof Measured measured) {
                measured.exchange = exchange;
            }
        }
    }

    private final HttpListener listener;

    private ServerMetrics(HttpListener listener) {
        this.listener = listener;
    }

    static VertxMetricsFactory factory(HttpListener listener) {
        return new VertxMetricsFactory() {
            @Override
            public VertxMetrics metrics(VertxOptions options) {
                return new ServerMetrics(listener);
            }
        };
    }

    @Override
    public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(HttpServerOptions options, SocketAddress address) {
        return this;
    }

    @Override
    public @Nullable Void connected(SocketAddress remoteAddress, String remoteName) {
        listener.connected();
        return null;
    }

    @Override
    public void disconnected(@Nullable Void socket, SocketAddress remoteAddress) {
        listener.disconnected();
    }

    @Override
    public Measured requestBegin(@Nullable Void socket, HttpRequest request) {
        listener.began();
        String method = request.method().name();
        return new Measured(METHODS.contains(method) ? method : "OTHER");
    }

    @Override
    public void requestRouted(Measured request, @Nullable String route) {
        if (route != null) {
            request.route = route;
        }
    }

    @Override
    public void requestEnd(Measured request, HttpRequest head, long bytesRead) {
        listener.received(bytesRead);
    }

    @Override
    public void responseEnd(Measured request, HttpResponse response, long bytesWritten) {
        listener.sent(bytesWritten);
        tell(request, response.statusCode(), bytesWritten);
    }

    @Override
    public void requestReset(Measured request) {
        tell(request, CLIENT_GONE, 0);
    }

    private void tell(Measured request, int status, long bytes) {
        if (!request.told) {
            request.told = true;
            long nanos = System.nanoTime() - request.start;
            Exchange exchange = request.exchange;
            if (exchange != null) {
                exchange.trace().end(request.method, request.route, status == CLIENT_GONE ? 0 : status);
            }
            listener.ended(new HttpListener.Ended(request.method, request.route, status, nanos, bytes, exchange));
        }
    }

    @Override
    public void close() {}
}
