package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.PreviewReport;
import dev.mitigauge.assessment.RuleCheck;
import dev.mitigauge.assessment.RuleSetActivated;
import dev.mitigauge.assessment.RuleSetContent;
import dev.mitigauge.assessment.RuleSetPage;
import dev.mitigauge.assessment.Simulation;
import dev.mitigauge.assessment.account.Score;
import dev.mitigauge.assessment.kept.EventData;
import dev.mitigauge.assessment.kept.EventType;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.project.AssessmentDiff;
import dev.mitigauge.assessment.project.AssessmentPage;
import dev.mitigauge.assessment.project.ProjectPage;
import dev.mitigauge.assessment.project.Trend;
import dev.mitigauge.assessment.project.WaiverList;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.Refusal;
import dev.mitigauge.report.EventJson;
import dev.mitigauge.rules.tables.ChangeVerb;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract says what the service does, and all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

    private static final String PATH = "/api/v1/assessments";
    private static final String BODIES = "/components/requestBodies/Documents/content";

    private final RunningService running = new RunningService(RunningService.SETTINGS, RunningService.LOCAL);
    private final Contract contract;

    ContractTest() throws IOException {
        contract = new Contract(running.get("/openapi.yaml").body().getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void shouldListEveryRouteAndNoOther() {
        Set<String> listed = new TreeSet<>();
        contract.at("/paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> listed.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(listed)
                .containsExactlyInAnyOrder(running.service.routes().toArray(String[]::new))
                .hasSizeGreaterThan(5);
    }

    @Test
    void shouldNameEveryRouteOnThePage() {
        String page = running.get("/").body().replaceAll("<[^>]*>", "");

        assertThat(page).contains(running.service.routes());
    }

    @Test
    void shouldReferToNothingThatIsNotThere() {
        assertThat(contract.references()).hasSizeGreaterThan(50).allSatisfy(reference -> assertThat(
                        contract.at(reference.substring(1)))
                .isNotNull());
    }

    @Test
    void shouldDescribeEveryKeyOfTheAnswerWithItsType() {
        Set<Class<?>> seen = new HashSet<>();

        describes(Assessment.class, contract.schema("Assessment"), seen);

        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void shouldDescribeEveryKeyOfAPreviewAndOfACheck() {
        Set<Class<?>> seen = new HashSet<>();

        describes(PreviewReport.class, contract.schema("PreviewReport"), seen);
        describes(RuleCheck.class, contract.schema("RuleCheck"), seen);

        assertThat(seen).hasSizeGreaterThan(12);
    }

    @Test
    void shouldDescribeEveryKeyOfTheHistoryOfRules() {
        Set<Class<?>> seen = new HashSet<>();

        describes(RuleSetPage.class, contract.schema("RuleSetPage"), seen);
        describes(RuleSetActivated.class, contract.schema("RuleSetActivated"), seen);
        describes(RuleSetContent.class, contract.schema("RuleSetContent"), seen);

        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void shouldDescribeEveryKeyOfWhatIsKeptOfProjects() {
        Set<Class<?>> seen = new HashSet<>();

        describes(ProjectPage.class, contract.schema("ProjectPage"), seen);
        describes(AssessmentPage.class, contract.schema("AssessmentPage"), seen);
        describes(Trend.class, contract.schema("Trend"), seen);
        describes(WaiverList.class, contract.schema("WaiverList"), seen);
        describes(AssessmentDiff.class, contract.schema("AssessmentDiff"), seen);

        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void shouldListEveryKeyOfChangedRules() {
        assertThat(Contract.names(contract.schema("RuleActivation").get("properties")))
                .isEqualTo(new TreeSet<>(RulesBody.ACTIVATE_KEYS));
        assertThat(Contract.names(contract.schema("RuleRollback").get("properties")))
                .isEqualTo(new TreeSet<>(RulesBody.ROLLBACK_KEYS));
        assertThat(Contract.names(contract.schema("RuleChanges").get("properties")))
                .isEqualTo(new TreeSet<>(RulesBody.CHECK_KEYS));
        assertThat(Contract.names(contract.schema("RulePreviewRequest").get("properties")))
                .isEqualTo(new TreeSet<>(RulesBody.PREVIEW_KEYS));
        assertThat(Contract.names(contract.schema("RulePreviewRequest").at("/properties/projects/items/properties")))
                .isEqualTo(new TreeSet<>(RulesBody.PROJECT_KEYS));
    }

    @Test
    void shouldShowExamplesOfChangedRulesThatWork() {
        for (String call : List.of("validate", "preview")) {
            JsonNode content =
                    contract.at("/paths/~1api~1v1~1rules:" + call + "/post/requestBody/content/application~1json");
            String answer = call.equals("validate") ? "RuleCheck" : "PreviewReport";
            for (JsonNode example : content.get("examples")) {
                JsonNode value = example.get("value");
                assertThat(contract.violations(value, content.get("schema"))).isEmpty();

                HttpResponse<String> response = running.post(
                        "/api/v1/rules:" + call,
                        "application/json",
                        value.toString().getBytes(StandardCharsets.UTF_8));

                boolean ofStore = value.has("against");
                assertThat(response.statusCode())
                        .as(response.body() + ", by a service that keeps nothing")
                        .isEqualTo(ofStore ? 404 : 200);
                assertThat(contract.violations(
                                RunningService.tree(response), contract.schema(ofStore ? "Problem" : answer)))
                        .isEmpty();
            }
        }
    }

    @Test
    void shouldDescribeEveryKeyOfASimulationWithItsType() {
        Set<Class<?>> seen = new HashSet<>();

        describes(Simulation.class, contract.schema("Simulation"), seen);

        assertThat(seen).contains(Simulation.Difference.class, Assessment.class);
        assertThat(Contract.names(contract.schema("SimulationRequest").get("properties")))
                .isEqualTo(new TreeSet<>(JsonBody.SIMULATION_KEYS));
        assertThat(Contract.names(contract.at("/components/schemas/SimulationRequest/properties/why/items/enum")))
                .isEqualTo(new TreeSet<>(Score.words()));
    }

    @Test
    void shouldListEveryKindOfEventWithAllThatItSays() {
        Set<Class<?>> seen = new HashSet<>();
        Set<String> kinds = new TreeSet<>();
        for (Class<?> kind : EventData.class.getPermittedSubclasses()) {
            kinds.add("#/components/schemas/" + kind.getSimpleName());
            describes(kind, contract.schema(kind.getSimpleName()), seen);
        }

        assertThat(new TreeSet<>(contract.at("/components/schemas/Event/properties/data/oneOf")
                        .findValuesAsText("$ref")))
                .isEqualTo(kinds);
        assertThat(Contract.names(contract.at("/components/schemas/Event/properties/type/enum")))
                .isEqualTo(Arrays.stream(EventType.values())
                        .map(type -> "dev.mitigauge." + type.word())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void shouldTellEventsAsItDescribesThem() throws JsonProcessingException {
        List<EventData> all = List.of(
                new EventData.VerdictChanged("ferry", Verdict.READY, Verdict.NOT_READY, "b", "a", 91.5, "sha256:r"),
                new EventData.WaiverExpiring("ferry", "W-1", null, "R-1", null, "ada", LocalDate.of(2026, 12, 1)),
                new EventData.RulesChanged("sha256:s", "sha256:r", 2, "ada", NewActivation.How.HTTP));

        for (EventData data : all) {
            String json = RunningService.JSON.writeValueAsString(data);
            LoggedEvent event =
                    new LoggedEvent(1, "id", data.type(), data.project(), data.subject(), Instant.now(), json, null);

            JsonNode told = RunningService.JSON.readTree(EventJson.render(event, "urn:shop"));

            assertThat(contract.violations(told, contract.schema("Event"))).isEmpty();
        }
        assertThat(all).hasSize(EventData.class.getPermittedSubclasses().length);
    }

    @Test
    void shouldNameEveryVerbOfAChange() {
        String description = contract.at("/components/schemas/SimulationRequest/properties/changes/description")
                .textValue();

        assertThat(ChangeVerb.values())
                .allSatisfy(verb -> assertThat(description).containsPattern("`" + verb.word() + "[=`]"));
    }

    @Test
    void shouldShowASimulationThatWorks() {
        JsonNode example = contract.at(
                "/paths/~1api~1v1~1assessments:simulate/post/requestBody/content/application~1json/examples/simulation/value");
        running.assessments.answering(request -> new Answer.Simulated(Answers.simulation(request)));

        HttpResponse<String> response = running.post(
                "/api/v1/assessments:simulate",
                "application/json",
                example.toString().getBytes(StandardCharsets.UTF_8));

        running.assessments.answering(request -> new Answer.Assessed(Answers.to(request)));
        assertThat(contract.violations(example, contract.schema("SimulationRequest")))
                .isEmpty();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(contract.violations(RunningService.tree(response), contract.schema("Simulation")))
                .isEmpty();
    }

    @Test
    void shouldListEveryKeyOfTheRequest() {
        assertThat(Contract.names(contract.schema("AssessmentRequest").get("properties")))
                .isEqualTo(new TreeSet<>(JsonBody.KEYS));
        assertThat(Contract.names(contract.schema("DocumentInput").get("properties")))
                .isEqualTo(new TreeSet<>(JsonBody.DOCUMENT_KEYS));
        assertThat(Contract.names(contract.schema("WaiverInput").get("properties")))
                .isEqualTo(new TreeSet<>(JsonBody.WAIVER_KEYS));
        assertThat(Contract.names(contract.schema("WaiverPut").get("properties")))
                .isEqualTo(new TreeSet<>(KeptBodies.WAIVER_KEYS));
        assertThat(Contract.names(contract.schema("ProjectDetails").get("properties")))
                .isEqualTo(new TreeSet<>(KeptBodies.DETAIL_KEYS));
    }

    @Test
    void shouldListEveryFormOfTheBody() {
        assertThat(String.join(", ", Contract.names(contract.at(BODIES))))
                .isEqualTo(
                        Arrays.stream(BodyFormat.ALL.split(", ", -1)).sorted().collect(Collectors.joining(", ")));
    }

    @Test
    void shouldListEveryKindOfProblem() {
        Set<String> types = Arrays.stream(Trouble.values()).map(Trouble::type).collect(Collectors.toSet());

        assertThat(Contract.names(
                        contract.schema("Problem").get("properties").get("type").get("enum")))
                .isEqualTo(new TreeSet<>(types));
    }

    @Test
    void shouldBoundTheCallsOfEveryOperationThatAsksForAToken() {
        int asking = 0;
        for (JsonNode path : contract.at("/paths")) {
            for (JsonNode operation : path) {
                JsonNode responses = operation.path("responses");
                assertThat(responses.has("429"))
                        .as("%s", operation.path("operationId"))
                        .isEqualTo(responses.has("401"));
                asking += responses.has("401") ? 1 : 0;
            }
        }
        assertThat(asking).isGreaterThan(10);
    }

    @Test
    void shouldListEveryStatusThatAnAssessmentCanHave() {
        Set<String> statuses = Contract.names(contract.at("/paths/~1api~1v1~1assessments/post/responses"));

        assertThat(statuses).contains("200", "201", "400", "406", "408", "413", "415", "422", "500", "503", "default");
    }

    @Test
    void shouldShowExamplesThatWorkAndGetTheAnswerThatItDescribes() {
        int examples = 0;
        for (String type : List.of("application/json", "text/markdown", "text/plain")) {
            for (JsonNode example : contract.at(BODIES).get(type).get("examples")) {
                JsonNode value = example.get("value");
                assertThat(contract.violations(
                                value, contract.at(BODIES).get(type).get("schema")))
                        .isEmpty();

                HttpResponse<String> response =
                        running.assess(type, value.isTextual() ? value.textValue() : value.toString());

                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                assertThat(contract.violations(RunningService.tree(response), contract.schema("Assessment")))
                        .isEmpty();
                examples++;
            }
        }
        assertThat(examples).isEqualTo(4);
    }

    @Test
    void shouldShowProblemsAsItDescribesThem() {
        JsonNode problem = contract.schema("Problem");
        List<JsonNode> shown = contract.at("/components/responses").findValues("example");
        List<JsonNode> more = contract.at("/components/responses").findValues("value");

        assertThat(shown).hasSize(1).allSatisfy(example -> assertThat(contract.violations(example, problem))
                .isEmpty());
        assertThat(more).hasSize(2).allSatisfy(example -> assertThat(contract.violations(example, problem))
                .isEmpty());
    }

    @Test
    void shouldAnswerWithProblemsAsItDescribesThem() {
        JsonNode problem = contract.schema("Problem");

        List<HttpResponse<String>> responses = List.of(
                running.assess("application/json", "{"),
                running.assess("application/json", "{\"x\":1}"),
                running.assess("text/html", "x"),
                running.get("/nothing"),
                running.get(PATH));

        assertThat(responses)
                .allSatisfy(response -> assertThat(contract.violations(RunningService.tree(response), problem))
                        .isEmpty());
    }

    @Test
    void shouldAnswerARefusalAsItDescribesIt() {
        running.assessments.answering(request -> new Answer.Unreadable(
                List.of(new Refusal("a.md", 0, Refusal.Cause.BINARY, "it holds NUL bytes", "send text"))));

        HttpResponse<String> response = running.assess("text/plain", "x");

        running.assessments.answering(request -> new Answer.Assessed(Answers.to(request)));
        assertThat(contract.violations(RunningService.tree(response), contract.schema("Problem")))
                .isEmpty();
    }

    @Test
    void shouldTellItsHealthAsItDescribesIt() {
        assertThat(contract.violations(RunningService.tree(running.get("/health/live")), contract.schema("Live")))
                .isEmpty();
        assertThat(contract.violations(RunningService.tree(running.get("/health/ready")), contract.schema("Ready")))
                .isEmpty();
    }

    /** Holds a schema against the record whose components are its keys, and what it holds against theirs. */
    private void describes(Class<?> record, JsonNode schema, Set<Class<?>> seen) {
        if (!seen.add(record)) {
            return;
        }
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            String place = record.getSimpleName() + "." + component.getName();
            JsonNode property = schema.get("properties").get(component.getName());
            assertThat(property).as(place).isNotNull();
            describes(component.getAnnotatedType(), property, place, seen);
        }
        assertThat(Contract.names(schema.get("properties")))
                .as(record.getSimpleName())
                .isEqualTo(names);
        assertThat(Contract.names(schema.get("required")))
                .as(record.getSimpleName())
                .isEqualTo(names);
        assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
    }

    private void describes(AnnotatedType annotated, JsonNode property, String place, Set<Class<?>> seen) {
        // The answer may leave the origin of a document open although facts never do.
        boolean nullable = annotated.isAnnotationPresent(Nullable.class);
        JsonNode schema = contract.resolve(property);
        if (schema.has("anyOf")) {
            assertThat(nullable).as(place).isTrue();
            assertThat(schema.get("anyOf").get(1).get("type").textValue()).isEqualTo("null");
            schema = contract.resolve(schema.get("anyOf").get(0));
        } else {
            assertThat(Contract.names(types(schema)).contains("null"))
                    .as(place + " may be null")
                    .isEqualTo(nullable);
        }
        String type = types(schema).get(0).textValue();
        Class<?> raw = raw(annotated.getType());
        if (raw == List.class) {
            assertThat(type).as(place).isEqualTo("array");
            describes(argument(annotated, 0), schema.get("items"), place + "[]", seen);
        } else if (raw == SortedMap.class) {
            assertThat(type).as(place).isEqualTo("object");
            describes(argument(annotated, 0), schema.get("propertyNames"), place + " names", seen);
            describes(argument(annotated, 1), schema.get("additionalProperties"), place + "{}", seen);
        } else if (raw.isRecord()) {
            assertThat(type).as(place).isEqualTo("object");
            describes(raw, schema, seen);
        } else if (raw.isEnum()) {
            assertThat(Contract.names(schema.get("enum")))
                    .as(place)
                    .isEqualTo(Arrays.stream(raw.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.toCollection(TreeSet::new)));
        } else {
            assertThat(type).as(place).isEqualTo(simple(raw));
            assertThat(schema.path("format").asText(""))
                    .as(place)
                    .isEqualTo(raw == LocalDate.class ? "date" : raw == Instant.class ? "date-time" : format(place));
        }
    }

    private static String format(String place) {
        return place.equals("Assessment.id") ? "uuid" : "";
    }

    private static JsonNode types(JsonNode schema) {
        JsonNode type = schema.get("type");
        return type.isArray() ? type : RunningService.JSON.createArrayNode().add(type);
    }

    private static String simple(Class<?> raw) {
        if (raw == int.class || raw == Integer.class || raw == long.class) {
            return "integer";
        }
        if (raw == double.class || raw == Double.class) {
            return "number";
        }
        return raw == boolean.class ? "boolean" : "string";
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }
}
