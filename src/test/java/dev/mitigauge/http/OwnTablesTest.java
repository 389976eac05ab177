package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables in which a project asks for more than its organisation does, over a real store and the rules that ship. */
@Timeout(120)
class OwnTablesTest {

    private static final String SHOP = "projects/shop";
    private static final String THRESHOLDS = SHOP + "/tables/thresholds";
    private static final String WEIGHTS = "severity,weight\nHIGH,%s\n";
    private static final String COLUMNS = "profile,ready,conditions,confidence,openCritical\n";
    private static final String STRICTER = COLUMNS + "production,96,80,0.7,BLOCKER\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private KeptService service;

    private final Contract contract;

    OwnTablesTest() throws IOException {
        contract = new Contract(Resource.read("/openapi.yaml"));
    }

    @BeforeEach
    void start() {
        service = KeptService.patient(directory);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldPutShowListAndRemoveATable() {
        HttpResponse<String> created = put("thresholds", STRICTER);
        String tag = created.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> shown = service.get(THRESHOLDS);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/" + THRESHOLDS);
        assertThat(shown.body()).isEqualTo(STRICTER).isEqualTo(created.body());
        assertThat(shown.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(service.get(THRESHOLDS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<String> project = service.get(SHOP);
        assertThat(RunningService.tree(project).get("tables").toString()).isEqualTo("[\"thresholds\"]");
        assertThat(contract.violations(RunningService.tree(project), contract.schema("Project")))
                .isEmpty();

        HttpResponse<String> changed = put("thresholds", STRICTER.replace("96", "97"), "If-Match", tag);
        HttpResponse<String> late = put("thresholds", STRICTER, "If-Match", tag);
        HttpResponse<String> lateRemoval = service.delete(THRESHOLDS, "If-Match", tag);
        HttpResponse<String> removed = service.delete(
                THRESHOLDS, "If-Match", changed.headers().firstValue("ETag").orElseThrow());

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("the table is at version 2 now");
        assertThat(lateRemoval.statusCode()).isEqualTo(412);
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(service.get(THRESHOLDS).statusCode()).isEqualTo(404);
        assertThat(service.delete(THRESHOLDS).statusCode()).isEqualTo(404);
        assertThat(service.get(SHOP).headers().firstValue("ETag"))
                .isNotEqualTo(project.headers().firstValue("ETag"));
        assertThat(service.store.audit().list(null, 10).orElseThrow().items())
                .extracting(
                        entry -> entry.event().action() + " " + entry.event().target())
                .containsExactly(
                        "table.delete shop/thresholds", "table.put shop/thresholds", "table.put shop/thresholds");
    }

    @Test
    void shouldJudgeByWhatTheProjectAsksForBesides() {
        JsonNode before = RunningService.tree(service.assess("shop"));

        put("severity-weights", WEIGHTS.formatted(9));
        HttpResponse<String> answer = service.assess("shop");
        HttpResponse<String> again = service.assess("shop");
        JsonNode other = RunningService.tree(service.assess("bank"));

        JsonNode after = RunningService.tree(answer);
        assertThat(after.at("/deferredRisk/risks/0/inherent").doubleValue()).isEqualTo(9);
        assertThat(before.at("/deferredRisk/risks/0/inherent").doubleValue()).isEqualTo(5);
        assertThat(other.at("/deferredRisk/risks/0/inherent").doubleValue()).isEqualTo(5);
        assertThat(before.at("/rules/own").isNull()).isTrue();
        assertThat(after.at("/rules/own/base")).isEqualTo(before.at("/rules/digest"));
        assertThat(after.at("/rules/own/tables").toString()).isEqualTo("[\"severity-weights\"]");
        assertThat(after.at("/rules/own/outdone")).isEmpty();
        assertThat(after.at("/rules/digest")).isNotEqualTo(before.at("/rules/digest"));
        assertThat(contract.violations(after, contract.schema("Assessment"))).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Status").orElse("")).doesNotContain("hit");
        assertThat(again.headers().firstValue("Cache-Status").orElse(""))
                .as("asked again under the same tables")
                .contains("hit");

        service.delete(SHOP + "/tables/severity-weights");
        JsonNode back = RunningService.tree(service.assess("shop"));
        assertThat(back.at("/rules")).isEqualTo(before.at("/rules"));
        assertThat(back.at("/deferredRisk/risks/0/inherent").doubleValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            threshold        | profile,ready                     | tables/threshold.csv: a project can't set this. Did you mean `thresholds`?
            topics           | word,topic                        | tables/topics.csv: a project can't set this
            severity-weights | severity,wight;HIGH,9             | tables/severity-weights.csv:1:10: unknown column `wight` of table `severity-weights`. Did you mean `weight`?
            severity-weights | severity,weight;HIGH,much         | tables/severity-weights.csv:2:6:
            severity-weights | severity,weight;HIGH,4            | tables/severity-weights.csv:2:6: `weight` must not be laxer than the organisation's 5, but is 4
            severity-weights | severity,weight;HIHG,9            | tables/severity-weights.csv:2:1:
            severity-weights | §§                                | tables/severity-weights.csv
            """)
    void shouldSayWhereATableIsWrongAndKeepNothing(String table, String csv, String words) {
        HttpResponse<String> response = put(table, csv.replace(';', '\n'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        JsonNode problem = RunningService.tree(response);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:mitigauge:problem:invalid-table");
        assertThat(problem.get("detail").textValue()).startsWith(words);
        assertThat(problem.get("remedy").textValue()).isNotBlank();
        assertThat(problem.at("/errors/0/document").textValue()).isEqualTo("tables/" + table + ".csv");
        assertThat(contract.violations(problem, contract.schema("Problem"))).isEmpty();
        assertThat(service.get(SHOP).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTakeTextInBoundsAlone() {
        byte[] latin = "severity,weight\n# gro\u00df\nHIGH,9\n".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> json = service.call("PUT", THRESHOLDS, "application/json", "{}");
        HttpResponse<String> long_ = put("thresholds", STRICTER + "# " + "x".repeat(400) + "\n");
        HttpResponse<String> name = put("a%2Fb", STRICTER);
        HttpResponse<String> broken = service.call("PUT", THRESHOLDS, "text/csv; charset=iso-8859-1", STRICTER);
        HttpResponse<String> bytes = service.running.send(service.running
                .to("/api/v1/" + SHOP + "/tables/severity-weights")
                .header("Content-Type", "text/csv")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(latin)));

        assertThat(json.statusCode()).isEqualTo(415);
        assertThat(broken.statusCode()).isEqualTo(415);
        assertThat(json.body()).contains("send text/csv, in UTF-8 and not compressed");
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.body()).contains("the table has more than 400 characters", "`ownTables.maxCharacters`");
        assertThat(name.statusCode()).isEqualTo(422);
        assertThat(name.body()).contains("`a/b` is no name of a table");
        assertThat(bytes.statusCode()).isEqualTo(422);
        assertThat(bytes.body()).contains("tables/severity-weights.csv:2:6: byte DF is not UTF-8");
    }

    @Test
    void shouldJudgeByTheStricterOfBothOnceTheOrganisationAsksForMore() {
        put("severity-weights", "severity,weight\nHIGH,6\nLOW,2\n");

        service.assessor.activate(rules(Map.of("tables/severity-weights.csv", """
                severity,weight
                NONE,0
                LOW,1
                MEDIUM,3
                HIGH,8
                CRITICAL,10
                UNRATED,8
                """)));
        JsonNode answer = RunningService.tree(service.judge("shop", KeptService.REGISTER + """

                ### R-2: Slow start

                - **Severity:** Low
                """));

        assertThat(answer.at("/deferredRisk/risks/0/inherent").doubleValue())
                .as("the organisation's")
                .isEqualTo(8);
        assertThat(answer.at("/deferredRisk/risks/1/inherent").doubleValue())
                .as("the project's")
                .isEqualTo(2);
        assertThat(answer.at("/rules/own/outdone").toString())
                .isEqualTo("[\"tables/severity-weights.csv:2:6: `weight` must not be laxer than the organisation's 8,"
                        + " but is 6\"]");
    }

    @Test
    void shouldRefuseToJudgeWhereNobodyCanTellWhatIsStricter() {
        put("thresholds", COLUMNS + "pilot,75,55,0.5,WARNING\n");
        put("severity-weights", WEIGHTS.formatted(9));
        service.assessor.activate(rules(Map.of(
                "tables/thresholds.csv", COLUMNS + "production,90,75,0.6,BLOCKER\nstaging,80,60,0.5,WARNING\n")));

        HttpResponse<String> refused = service.assess("shop");
        HttpResponse<String> other = service.assess("bank");
        HttpResponse<String> besides = put("severity-weights", WEIGHTS.formatted(9.5));
        HttpResponse<String> mended = put("thresholds", STRICTER);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(RunningService.tree(refused).get("detail").textValue())
                .isEqualTo("tables/thresholds.csv:2:1: the organisation has no row `pilot` in this table");
        assertThat(refused.body()).contains("put the table anew, or remove it");
        assertThat(contract.violations(RunningService.tree(refused), contract.schema("Problem")))
                .isEmpty();
        assertThat(other.statusCode()).as("of another project").isEqualTo(201);
        assertThat(besides.statusCode()).as(besides.body()).isEqualTo(200);
        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
        assertThat(service.assess("shop").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldLetWhoMayWriteDoSoInTheirProjectsAlone() {
        String[] lead = service.token("lead", Set.of("shop"), Role.PROJECTS_WRITE);
        String[] reader = service.token("auditor", Set.of("shop"), Role.READ);

        assertThat(put("thresholds", STRICTER, lead).statusCode()).isEqualTo(201);
        assertThat(put("thresholds", STRICTER, reader).statusCode()).isEqualTo(403);
        assertThat(service.get(THRESHOLDS, reader).statusCode()).isEqualTo(200);
        assertThat(service.get(THRESHOLDS, lead).statusCode()).isEqualTo(403);
        assertThat(service.delete(THRESHOLDS, reader).statusCode()).isEqualTo(403);
        assertThat(service.call("PUT", "projects/bank/tables/thresholds", "text/csv", STRICTER, lead)
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get("projects/bank/tables/thresholds", reader).statusCode())
                .isEqualTo(403);
        assertThat(service.delete(THRESHOLDS, lead).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> put(String table, String csv, String... headers) {
        return service.call("PUT", SHOP + "/tables/" + table, "text/csv", csv, headers);
    }

    private static dev.mitigauge.rules.RuleSet rules(Map<String, String> changes) {
        LoadedRules loaded = new RuleSource(RulesSettings.DEFAULT)
                .load(Trials.rules().files().with(changes));
        assertThat(loaded).isInstanceOf(LoadedRules.Accepted.class);
        return ((LoadedRules.Accepted) loaded).rules();
    }
}
