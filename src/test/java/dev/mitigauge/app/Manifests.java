package dev.mitigauge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What ships for running the service: manifests, and what is said in them. */
final class Manifests {

    static final Path KUBERNETES = Path.of("config/kubernetes");
    static final Path KUSTOMIZATION = KUBERNETES.resolve("kustomization.yaml");
    static final Path COMPOSE = Path.of("config/compose.yaml");
    static final Path SYSTEMD = Path.of("config/systemd");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    /** The documents of a file. */
    static List<JsonNode> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static List<JsonNode> parse(String yaml) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        }
    }

    /** The objects that the kustomization names, without those that it generates. */
    static List<JsonNode> objects() throws IOException {
        return stream(read(KUSTOMIZATION).get(0).get("resources"))
                .flatMap(name -> documents(KUBERNETES.resolve(name.textValue())))
                .toList();
    }

    static JsonNode object(String kind) throws IOException {
        return objects().stream()
                .filter(each -> each.get("kind").textValue().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static List<String> texts(JsonNode node) {
        return stream(node).map(JsonNode::textValue).toList();
    }

    /** The values of a key, at any depth. */
    static List<JsonNode> all(JsonNode node, String key) {
        return node.findValues(key);
    }

    private static Stream<JsonNode> documents(Path file) {
        try {
            return read(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
