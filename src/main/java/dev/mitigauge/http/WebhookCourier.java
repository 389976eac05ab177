package dev.mitigauge.http;

import dev.mitigauge.assessment.Trace;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.event.Courier;
import dev.mitigauge.assessment.event.Receipt;
import dev.mitigauge.assessment.event.Sender;
import dev.mitigauge.assessment.event.Target;
import dev.mitigauge.assessment.event.WebhookSettings;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.report.EventJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events over by signed requests, as Standard Webhooks describes them. The connection goes to the address that was checked, whatever the
 * name stands for a moment later; redirections are answers like others, and what comes back is thrown away. Takes no proxy.
 */
public final class WebhookCourier implements Courier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);

    private static final int GONE = 410;
    private static final int MOST_ANSWER_BYTES = 65_536;
    private static final int MOST_HEADER_BYTES = 16_384;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final long SLACK_MILLIS = 1_000;

    private final WebhookSettings settings;
    private final List<byte[]> keys;
    private final String source;
    private final String agent;
    private final Clock clock;
    private final Resolver resolver;
    private final Tracing tracing;
    private final Vertx vertx;
    private final HttpClient client;
    private final AtomicInteger turn = new AtomicInteger();

    WebhookCourier(
            WebhookSettings settings,
            String source,
            String version,
            Clock clock,
            Resolver resolver,
            Tracing tracing,
            HttpClientOptions options) {
        this.settings = settings;
        this.keys = settings.keys();
        this.source = source;
        this.agent = "mitigauge/" + version;
        this.clock = clock;
        this.resolver = resolver;
        this.tracing = tracing;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.client = vertx.createHttpClient(
                options.setKeepAlive(false)
                        .setVerifyHost(true)
                        .setMaxHeaderSize(MOST_HEADER_BYTES)
                        .setConnectTimeout(settings.timeoutMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setIdleTimeout(settings.timeoutMillis())
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2")),
                // Targets may share an address; each has its events on their way and some that broke off.
                new PoolOptions().setHttp1MaxSize(settings.parsedTargets().size() * Sender.IN_FLIGHT + 1));
    }

    /**
     * As the settings say.
     *
     * @param source by which receivers tell one service from another
     * @param version of the program
     * @param tracing follows each attempt, in the trace of what the event tells of
     */
    public static WebhookCourier of(WebhookSettings settings, String source, String version, Tracing tracing) {
        return new WebhookCourier(
                settings,
                source,
                version,
                Clock.systemUTC(),
                host -> List.of(InetAddress.getAllByName(host)),
                tracing,
                new HttpClientOptions());
    }

    @Override
    public Receipt deliver(Target target, LoggedEvent event) throws InterruptedException {
        String host = host(target.address());
        try {
            List<InetAddress> addresses = resolver.resolve(host);
            return reachable(addresses)
                    ? post(target, next(addresses), event)
                    : new Receipt.Failed(
                            "its name stands for an address that webhooks may not go to (see webhooks.allowPrivate)",
                            null);
        } catch (UnknownHostException e) {
            return new Receipt.Failed("its name stands for no address", null);
        }
    }

    /** One that may not be reached among them is enough: who answers so tries to get there. */
    private boolean reachable(List<InetAddress> addresses) {
        return !addresses.isEmpty()
                && addresses.stream().map(ReachableAddress::of).allMatch(this::permitted);
    }

    private boolean permitted(ReachableAddress kind) {
        return kind == ReachableAddress.PUBLIC || (kind == ReachableAddress.PRIVATE && settings.allowPrivate());
    }

    /** Another one each time: if one is out of order, the next attempt may find one that is not. */
    private InetAddress next(List<InetAddress> addresses) {
        return addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
    }

    private Receipt post(Target target, InetAddress address, LoggedEvent event) throws InterruptedException {
        byte[] body = EventJson.render(event, source).getBytes(StandardCharsets.UTF_8);
        Trace trace = tracing.call(event.traceParent());
        AtomicInteger status = new AtomicInteger();
        try {
            return client.request(options(target.address(), address))
                    .compose(request -> {
                        trace.headers().forEach(request::putHeader);
                        return send(request, event, body, status);
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.timeoutMillis() + SLACK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("{} was not reached", target, e.getCause());
            return new Receipt.Failed(reason(e.getCause()), null);
        } catch (TimeoutException e) {
            return new Receipt.Failed("no answer in time", null);
        } finally {
            trace.end("POST", "webhook " + target.name(), status.get());
        }
    }

    private Future<Receipt> send(HttpClientRequest request, LoggedEvent event, byte[] body, AtomicInteger status) {
        // Whoever answers byte by byte is never idle.
        vertx.setTimer(settings.timeoutMillis(), late -> request.connection().close());
        long seconds = clock.instant().getEpochSecond();
        request.putHeader("Content-Type", EventJson.TYPE + "; charset=utf-8")
                .putHeader("User-Agent", agent)
                .putHeader("webhook-id", event.id())
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader("webhook-signature", WebhookSignature.of(keys, event.id(), seconds, body));
        return request.send(Buffer.buffer(body)).map(response -> {
            forget(request, response);
            status.set(response.statusCode());
            return receipt(response.statusCode(), response.getHeader("Retry-After"));
        });
    }

    /** Lets a short answer come to its end, and cuts a long one off. */
    private static void forget(HttpClientRequest request, HttpClientResponse response) {
        AtomicInteger left = new AtomicInteger(MOST_ANSWER_BYTES);
        response.exceptionHandler(broken -> LOG.trace("an answer that nobody reads broke off", broken));
        response.handler(part -> {
            if (left.addAndGet(-part.length()) < 0) {
                request.connection().close();
            }
        });
    }

    private static Receipt receipt(int status, @Nullable String retryAfter) {
        if (status >= 200 && status < 300) {
            return new Receipt.Taken();
        }
        return status == GONE
                ? new Receipt.Refused("it answered 410: it wants nothing more")
                : new Receipt.Failed("it answered " + status, wish(retryAfter));
    }

    /** In seconds; a day is not understood, and then the usual pause is as good. */
    private static @Nullable Duration wish(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : null;
    }

    private RequestOptions options(URI uri, InetAddress address) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host(uri))
                .setPort(port)
                .setSsl(secure)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(settings.timeoutMillis());
    }

    /** Without the brackets around an address of IPv6. */
    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** What an exception says may name the address. */
    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof SSLException) {
            return "its certificate is not believed, or TLS does not work";
        }
        return cause instanceof TimeoutException ? "no answer in time" : "the connection failed";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
