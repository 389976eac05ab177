package dev.mitigauge.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Somebody who is told of events, on this machine. */
final class Receiver implements AutoCloseable {

    /** What has come. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Request(String path, Headers headers, byte[] body) {

        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name), name);
        }
    }

    final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param tls by which it proves who it is, null for plain HTTP */
    Receiver(@Nullable SSLContext tls, HttpHandler answer) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(any, 0);
        } else {
            HttpsServer secure = HttpsServer.create(any, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = secure;
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            answer.handle(exchange);
        });
        server.start();
    }

    static Receiver answering(int status) throws IOException {
        return new Receiver(null, exchange -> answer(exchange, status));
    }

    static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next request; waits for it, but not for ever. */
    Request next() throws InterruptedException {
        return Objects.requireNonNull(requests.poll(60, TimeUnit.SECONDS), "nothing came");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
