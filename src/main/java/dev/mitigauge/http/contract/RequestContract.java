package dev.mitigauge.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an OpenAPI 3.1 document says of requests: compiled when it is read, so that a document that can't be held to is told at the start. */
public final class RequestContract {

    /** A name for the document, which nobody fetches. */
    private static final String HOME = "https://mitigauge.dev/openapi.json";

    private static final String JSON = "application/json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, OperationContract> operations = new HashMap<>();

    private RequestContract(JsonNode root) {
        this.root = root;
        this.registry =
                SchemaRegistry.withDialect(dialect(root), builder -> builder.schemas(Map.of(HOME, root.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .failFast(true)
                                .locale(Locale.ENGLISH)
                                .preloadSchema(true)
                                .build()));
        root.path("paths").properties().forEach(path -> compile(path.getKey(), path.getValue()));
    }

    /**
     * Reads a contract.
     *
     * @throws IllegalStateException if it holds something that can't be checked
     */
    public static RequestContract of(byte[] yaml) {
        try {
            return new RequestContract(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract is no YAML", e);
        }
    }

    /** OpenAPI 3.1, in which a misspelt keyword is no schema that allows everything; the document around the schemas has keys of its own. */
    private static Dialect dialect(JsonNode root) {
        List<NonValidationKeyword> around = new ArrayList<>();
        root.fieldNames().forEachRemaining(key -> around.add(new NonValidationKeyword(key)));
        return Dialect.builder(Dialects.getOpenApi31())
                .keywords(around)
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
    }

    /**
     * An operation.
     *
     * @param path with names in braces
     * @throws IllegalStateException if the contract has none such
     */
    public OperationContract operation(String method, String path) {
        OperationContract found = operations.get(method + " " + path);
        if (found == null) {
            throw new IllegalStateException("the contract has no operation " + method + " " + path);
        }
        return found;
    }

    private void compile(String path, JsonNode methods) {
        methods.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path,
                        operation("/paths/" + escape(path) + "/" + method.getKey(), method.getValue())));
    }

    private OperationContract operation(String pointer, JsonNode operation) {
        List<ParameterContract> parameters = new ArrayList<>();
        for (int i = 0; i < operation.path("parameters").size(); i++) {
            parameters.add(parameter(resolved(pointer + "/parameters/" + i)));
        }
        return new OperationContract(parameters, operation.has("requestBody") ? bodies(pointer) : Map.of());
    }

    private ParameterContract parameter(String pointer) {
        JsonNode parameter = at(pointer);
        String schema = resolved(pointer + "/schema");
        return new ParameterContract(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                at(schema).path("type").asText(),
                check(schema));
    }

    private Map<String, Optional<SchemaCheck>> bodies(String operation) {
        String content = resolved(operation + "/requestBody") + "/content";
        Map<String, Optional<SchemaCheck>> bodies = new HashMap<>();
        at(content)
                .fieldNames()
                .forEachRemaining(type -> bodies.put(
                        type,
                        type.equals(JSON)
                                ? Optional.of(check(resolved(content + "/" + escape(type) + "/schema")))
                                : Optional.empty()));
        return bodies;
    }

    private SchemaCheck check(String pointer) {
        return new SchemaCheck(registry.getSchema(SchemaLocation.of(HOME + "#" + pointer)));
    }

    /** The pointer, or what stands there and refers to. */
    private String resolved(String pointer) {
        JsonNode node = at(pointer);
        return node.has("$ref") ? resolved(node.get("$ref").asText().substring(1)) : pointer;
    }

    private JsonNode at(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        if (node.isMissingNode()) {
            throw new IllegalStateException("the contract has nothing at " + pointer);
        }
        return node;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
