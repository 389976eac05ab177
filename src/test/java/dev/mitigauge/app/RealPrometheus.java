package dev.mitigauge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Prometheus that runs with the shipped configuration, but scrapes one service and does so every second. */
final class RealPrometheus implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 10;
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final String address;

    private RealPrometheus(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    static RealPrometheus start(Path program, String target, Path directory) throws Exception {
        Path config = directory.resolve("prometheus.yml");
        Files.writeString(config, YAML.writeValueAsString(config(target)));
        String address = "127.0.0.1:" + freePort();
        Path log = directory.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("series"),
                        "--web.listen-address=" + address,
                        "--enable-feature=exemplar-storage")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealPrometheus prometheus = new RealPrometheus(process, log, address);
        try {
            Eventually.isTrue(prometheus::ready, "Prometheus is ready");
        } catch (Exception | AssertionError e) {
            prometheus.close();
            throw new AssertionError(Files.readString(log), e);
        }
        return prometheus;
    }

    /** What a query gives now: its series. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return data("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .get("result");
    }

    /** The value of a query that gives one series; NaN if it gives none. */
    double value(String expression) throws IOException, InterruptedException {
        JsonNode series = query(expression);
        return series.size() == 1 ? series.get(0).get("value").get(1).asDouble(Double.NaN) : Double.NaN;
    }

    /** What the interface answers with. */
    JsonNode data(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        JsonNode body = JSON.readTree(answer.body());
        if (!body.path("status").asText().equals("success")) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return body.get("data");
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Prometheus has ended", notYet);
            }
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode config(String target) throws IOException {
        ObjectNode config = (ObjectNode) WatchFiles.yaml(WatchFiles.PROMETHEUS.resolve("prometheus.yml"));
        ((ObjectNode) config.get("global")).put("scrape_interval", "1s").put("evaluation_interval", "1s");
        ArrayNode files = JSON.createArrayNode();
        config.get("rule_files")
                .forEach(file -> files.add(WatchFiles.PROMETHEUS
                        .resolve(file.asText())
                        .toAbsolutePath()
                        .toString()));
        config.set("rule_files", files);
        ObjectNode scrape = (ObjectNode) config.at("/scrape_configs/0");
        scrape.remove("file_sd_configs");
        scrape.putArray("static_configs").addObject().putArray("targets").add(target);
        return config;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
