package dev.mitigauge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What ships for Prometheus and Grafana, as their programs read it. */
final class WatchFiles {

    static final Path PROMETHEUS = Path.of("config/prometheus");
    static final Path ALERTS = PROMETHEUS.resolve("alerts.yml");
    static final Path RECORDING = PROMETHEUS.resolve("recording.yml");
    static final List<Path> ALERT_TESTS = List.of(
            Path.of("src/test/resources/prometheus/alerts.test.yml"),
            Path.of("src/test/resources/prometheus/slow-burn.test.yml"));
    static final Path DASHBOARDS = Path.of("config/grafana/dashboards");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private WatchFiles() {}

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    /** All rules of the file, recording and alerting ones. */
    static List<JsonNode> rules(Path file) throws IOException {
        return stream(yaml(file).get("groups"))
                .flatMap(group -> stream(group.get("rules")))
                .toList();
    }

    /** Whatever the tests of the alerts expect of that one. */
    static List<JsonNode> tests(String alert) throws IOException {
        List<JsonNode> tests = new ArrayList<>();
        for (Path file : ALERT_TESTS) {
            stream(yaml(file).get("tests"))
                    .flatMap(test -> stream(test.get("alert_rule_test")))
                    .filter(test -> test.get("alertname").asText().equals(alert))
                    .forEach(tests::add);
        }
        return tests;
    }

    /** Queries of all dashboards, by dashboard and panel. */
    static Map<String, List<String>> queries() throws IOException {
        Map<String, List<String>> queries = new TreeMap<>();
        for (Path file : dashboards()) {
            JsonNode dashboard = JSON.readTree(Files.readString(file));
            stream(dashboard.get("panels")).forEach(panel -> {
                List<String> expressions = new ArrayList<>();
                stream(panel.get("targets"))
                        .forEach(target -> expressions.add(target.get("expr").asText()));
                queries.put(file.getFileName() + ": " + panel.get("title").asText(), expressions);
            });
            stream(dashboard.get("templating").get("list"))
                    .filter(variable -> variable.get("type").asText().equals("query"))
                    .forEach(variable -> queries.put(
                            file.getFileName() + ": variable "
                                    + variable.get("name").asText(),
                            List.of(metric(variable.get("definition").asText()))));
        }
        return queries;
    }

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** {@code label_values(metric, label)} asks for nothing but the metric. */
    private static String metric(String definition) {
        return definition.replaceFirst("label_values\\((.*), *\\w+\\)", "$1");
    }
}
