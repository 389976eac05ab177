package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the contract lets pass, the readers take, and the other way round. Left out are values of which the schema can't tell all: days that are
 * none, names that appear twice, and blank words.
 */
class ContractPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS =
            List.of("a", "a.md", "shop", "production", "R-1", "2026-12-01", "x".repeat(101), "x".repeat(300));

    private final Contract contract;

    ContractPropertiesTest() throws IOException {
        contract = new Contract(Resource.read("/openapi.yaml"));
    }

    @Property(tries = 1_000)
    void shouldAgreeOnRequestsForAnAssessment(@ForAll("assessments") JsonNode body) {
        agree(body, "AssessmentRequest", bytes -> JsonBody.decode(bytes) instanceof Decoded.Understood);
    }

    @Property(tries = 1_000)
    void shouldAgreeOnSimulations(@ForAll("simulations") JsonNode body) {
        agree(body, "SimulationRequest", bytes -> JsonBody.decodeSimulation(bytes) instanceof Decoded.Understood);
    }

    @Property(tries = 1_000)
    void shouldAgreeOnProjects(@ForAll("projects") JsonNode body) {
        agree(body, "ProjectDetails", bytes -> KeptBodies.details(bytes) instanceof KeptBodies.Read.Understood);
    }

    private void agree(JsonNode body, String schema, Function<byte[], Boolean> reader) {
        boolean taken = reader.apply(body.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(contract.violations(body, contract.schema(schema)))
                .as("%s is %s", body, taken ? "taken" : "refused")
                .matches(violations -> violations.isEmpty() == taken);
    }

    @Provide
    Arbitrary<JsonNode> assessments() {
        return object("documents", documents(), context());
    }

    @Provide
    Arbitrary<JsonNode> simulations() {
        Arbitrary<JsonNode> changes =
                list(Arbitraries.of("done:a", "owner:R-1=b").map(JSON::textNode));
        return object("documents", documents(), context())
                .flatMap(body -> mostly(changes).<JsonNode>map(value -> {
                    ObjectNode whole = ((ObjectNode) body).deepCopy();
                    whole.remove("project");
                    whole.set("changes", value);
                    return whole;
                }));
    }

    @Provide
    Arbitrary<JsonNode> projects() {
        return Arbitraries.of("owner", "tags", "unknown").set().ofMaxSize(2).<JsonNode>flatMap(keys -> {
            Arbitrary<ObjectNode> body = Arbitraries.just(JSON.objectNode());
            for (String key : keys) {
                Arbitrary<JsonNode> value = key.equals("tags") ? tags() : mostly(text());
                body = body.flatMap(before -> value.map(made -> with(before, key, made)));
            }
            return body.map(made -> (JsonNode) made);
        });
    }

    private static Arbitrary<JsonNode> tags() {
        return mostly(Arbitraries.of("web", "x".repeat(51))
                .map(word -> (JsonNode) JSON.arrayNode().add(word)));
    }

    private static Arbitrary<JsonNode> object(
            String required, Arbitrary<JsonNode> value, List<Arbitrary<ObjectNode>> optional) {
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(left -> value.flatMap(made -> Arbitraries.of(optional)
                        .flatMap(one -> one)
                        .<JsonNode>map(more -> left == 0 ? more : with(more, required, made))));
    }

    private static List<Arbitrary<ObjectNode>> context() {
        return List.of(
                Arbitraries.just(JSON.objectNode()),
                key("profile", mostly(Arbitraries.of("production", "staging").map(JSON::textNode))),
                key(
                        "project",
                        mostly(Arbitraries.of("shop", "a b", "x".repeat(101)).map(JSON::textNode))),
                key(
                        "nextActions",
                        mostly(Arbitraries.integers().between(-2, 110).map(JSON::numberNode))),
                key("path", mostly(Arbitraries.of(true, false).map(JSON::booleanNode))),
                key("worsens", mostly(Arbitraries.of(true, false).map(JSON::booleanNode))),
                key(
                        "why",
                        mostly(list(
                                Arbitraries.of("readiness", "verdict", "luck").map(JSON::textNode)))),
                key("asOf", Arbitraries.of("2026-12-01", "2026-01-31").map(JSON::textNode)),
                key("unknown", text()));
    }

    private static Arbitrary<ObjectNode> key(String name, Arbitrary<? extends JsonNode> value) {
        return value.map(made -> with(JSON.objectNode(), name, made));
    }

    private static Arbitrary<JsonNode> documents() {
        Arbitrary<JsonNode> one = Arbitraries.of("name", "content", "unknown")
                .set()
                .ofMinSize(1)
                .flatMap(keys -> text().map(word -> {
                    ObjectNode document = JSON.objectNode();
                    keys.forEach(key -> document.set(key, word));
                    return document;
                }));
        return mostly(list(one));
    }

    private static Arbitrary<JsonNode> list(Arbitrary<? extends JsonNode> items) {
        return items.list().ofMaxSize(2).uniqueElements().<JsonNode>map(all -> {
            ArrayNode array = JSON.arrayNode();
            all.forEach(array::add);
            return array;
        });
    }

    private static ObjectNode with(ObjectNode before, String key, JsonNode value) {
        ObjectNode body = before.deepCopy();
        body.set(key, value);
        return body;
    }

    private static Arbitrary<JsonNode> text() {
        return Arbitraries.of(WORDS).map(word -> (JsonNode) JSON.textNode(word));
    }

    /** Sometimes something of another type. */
    private static Arbitrary<JsonNode> mostly(Arbitrary<? extends JsonNode> value) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, value.map(made -> (JsonNode) made)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(List.<JsonNode>of(
                                JSON.nullNode(),
                                JSON.arrayNode(),
                                JSON.objectNode(),
                                JSON.textNode("5"),
                                JSON.textNode("true")))));
    }
}
