package dev.mitigauge.bench.endurance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Whom the service tells of events by a webhook. Every so often it fails, and must be told again. */
final class Hook implements AutoCloseable {

    private static final int FAILS = 40;

    private final HttpServer server;
    private final Set<String> ids = new HashSet<>();
    private int calls;

    private Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
    }

    static Hook start() throws IOException {
        Hook hook = new Hook();
        hook.server.start();
        return hook;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** What it was told of, by the ids of the events. */
    synchronized Set<String> ids() {
        return Set.copyOf(ids);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(taken(new JsonObject(body).getString("id")) ? 204 : 503, -1);
        }
    }

    private synchronized boolean taken(String id) {
        calls++;
        if (calls % FAILS == 0) {
            return false;
        }
        ids.add(id);
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
