package dev.mitigauge.tracing;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A collector on this machine that takes OTLP over HTTP in Protobuf, as collectors do, and keeps what it gets. */
public final class FakeCollector implements AutoCloseable {

    /** What came by one request. */
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private final List<String> services = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile int status = 200;

    public FakeCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** All spans that have come. */
    public List<Span> spans() {
        return spans;
    }

    /** Names of the services that they came from. */
    public List<String> services() {
        return services;
    }

    /** What stood in the header {@code X-Key}. */
    List<String> keys() {
        return keys;
    }

    /** Answers so from now on, and keeps nothing of what it refuses. */
    void answer(int other) {
        status = other;
    }

    /** The spans of that name. */
    public List<Span> named(String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    public static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
            if (status == 200) {
                keep(ExportTraceServiceRequest.parseFrom(body));
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void keep(ExportTraceServiceRequest request) {
        request.getResourceSpansList().forEach(resource -> {
            resource.getResource().getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals("service.name"))
                    .map(KeyValue::getValue)
                    .forEach(name -> services.add(name.getStringValue()));
            resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
