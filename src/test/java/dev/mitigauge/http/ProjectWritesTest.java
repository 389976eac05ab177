package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.WaiverTerms;
import dev.mitigauge.facts.Waiver;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Details and waivers of projects, over a real store. */
@Timeout(120)
class ProjectWritesTest {

    private static final String SHOP = "projects/shop";
    private static final String W1 = SHOP + "/waivers/W-1";

    /** An open critical task holds a release, unless it is waived. */
    private static final String CHECKLIST = """
            # Launch

            ## Phase 1: Critical

            - [x] Login (#12)
            - [x] Backups (#13)

            ### Edge

            - [ ] Rate limit
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private KeptService service;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String terms = "{\"item\":\"R-1\",\"owner\":\"ada\",\"reason\":\"ten customers\",\"expires\":\""
            + today.plusDays(90) + "\",\"approver\":\"grace\"}";
    private final Contract contract;

    ProjectWritesTest() throws IOException {
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
    void shouldCreateAProjectAndChangeItsDetails() {
        HttpResponse<String> created =
                service.put(SHOP, "{\"owner\":\"team-edge\",\"tags\":[\"web\",\"pay\",\"web\"]}");
        HttpResponse<String> changed = service.put(SHOP, "{\"profile\":\"staging\"}");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/projects/shop");
        JsonNode project = described(created, "Project");
        assertThat(project.get("owner").textValue()).isEqualTo("team-edge");
        assertThat(project.get("tags").toString()).isEqualTo("[\"pay\",\"web\"]");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(RunningService.tree(changed).get("owner").isNull())
                .as("what is left out is removed")
                .isTrue();
        assertThat(RunningService.tree(changed).get("version").intValue()).isEqualTo(2);
        assertThat(service.get(SHOP).body()).isEqualTo(changed.body());
        assertThat(RunningService.tree(service.assess("shop"))
                        .at("/rules/profile")
                        .textValue())
                .isEqualTo("staging");
        assertThat(audited()).containsExactly("project.put shop", "project.put shop");
    }

    @Test
    void shouldChangeOnlyWhatTheCallerHasRead() {
        assertThat(service.put(SHOP, "{}", "If-Match", "*").statusCode())
                .as("not there")
                .isEqualTo(412);
        HttpResponse<String> first = service.put(SHOP, "{}", "If-None-Match", "*");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        service.assess("shop");

        HttpResponse<String> again = service.put(SHOP, "{}", "If-None-Match", "*");
        HttpResponse<String> second = service.put(SHOP, "{\"owner\":\"a\"}", "If-Match", tag);
        HttpResponse<String> late = service.put(SHOP, "{\"owner\":\"b\"}", "If-Match", tag);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(second.statusCode()).as("an assessment changes no details").isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(RunningService.tree(late).get("type").textValue())
                .isEqualTo("urn:mitigauge:problem:precondition-failed");
        assertThat(RunningService.tree(late).get("detail").textValue()).isEqualTo("the project is at version 2 now");
        assertThat(service.put(SHOP, "{}", "If-Match", "W/\"2.x\"").statusCode())
                .isEqualTo(412);
        assertThat(service.put(SHOP, "{}", "If-None-Match", "\"2\"").statusCode())
                .isEqualTo(422);
        assertThat(service.put(SHOP, "{}", "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            {"ownr":"a"}           | 422 | did you mean `owner`?
            {"owner":" "}          | 422 | owner: is blank
            {"tags":"web"}         | 422 | tags: must be an array, but is a string
            {"tags":["web",""]}    | 422 | tags[1]: is blank
            {"profile":"stagin"}   | 422 | did you mean `staging`?
            {"owner":              | 400 | unexpected end-of-input
            []                     | 422 | must be an object, but is an array
            {}{}                   | 400 | more than one
            """)
    void shouldSayWhatIsWrongWithDetails(String body, int status, String words) {
        HttpResponse<String> response = service.put(SHOP, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(words);
        assertThat(service.get(SHOP).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRemoveAProjectForWhoSaysWhichStateIsMeant() {
        String id = RunningService.tree(service.assess("shop")).get("id").textValue();
        service.put(W1, terms);
        String tag = service.get(SHOP).headers().firstValue("ETag").orElseThrow();
        service.put(SHOP, "{\"owner\":\"ada\"}");
        String[] other = service.token("bank-lead", Set.of("bank"), Role.PROJECTS_WRITE);
        String[] reader = service.token("auditor", Set.of(), Role.READ);
        String[] lead = service.token("lead", Set.of("shop"), Role.PROJECTS_WRITE);

        HttpResponse<String> blind = service.delete(SHOP, lead);
        HttpResponse<String> late = service.delete(SHOP, with(lead, "If-Match", tag));

        assertThat(blind.statusCode()).as(blind.body()).isEqualTo(428);
        assertThat(RunningService.tree(blind).get("type").textValue())
                .isEqualTo("urn:mitigauge:problem:condition-required");
        assertThat(blind.body()).contains("send `If-Match` with the ETag that GET gives");
        assertThat(contract.violations(RunningService.tree(blind), contract.schema("Problem")))
                .isEmpty();
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("the project is at version 2 now");
        assertThat(service.delete(SHOP, with(other, "If-Match", "*")).statusCode())
                .isEqualTo(403);
        assertThat(service.delete(SHOP, with(reader, "If-Match", "*")).statusCode())
                .isEqualTo(403);
        assertThat(service.get("assessments/" + id, reader).statusCode()).isEqualTo(200);

        String now = service.get(SHOP, reader).headers().firstValue("ETag").orElseThrow();
        assertThat(service.delete(SHOP, with(lead, "If-Match", now)).statusCode())
                .isEqualTo(204);

        assertThat(service.get(SHOP, reader).statusCode()).isEqualTo(404);
        assertThat(service.get(SHOP + "/assessments", reader).statusCode()).isEqualTo(404);
        assertThat(service.get("assessments/" + id, reader).statusCode()).isEqualTo(404);
        assertThat(service.delete(SHOP, with(lead, "If-Match", "*")).statusCode())
                .isEqualTo(404);
        assertThat(entries().get(0).event())
                .satisfies(event -> assertThat(event.who() + " " + event.action() + " " + event.target())
                        .isEqualTo("lead project.delete shop"));
    }

    private static String[] with(String[] token, String... more) {
        return Stream.concat(Stream.of(token), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void shouldPutShowListAndRemoveAWaiver() {
        HttpResponse<String> created = service.put(W1, terms);
        String tag = created.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> shown = service.get(W1);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/" + W1);
        JsonNode waiver = described(created, "Waiver");
        assertThat(waiver.get("approver").textValue()).isEqualTo("grace");
        assertThat(waiver.get("expired").booleanValue()).isFalse();
        assertThat(shown.body()).isEqualTo(created.body());
        assertThat(service.get(W1, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(described(service.get(SHOP + "/waivers"), "WaiverList").at("/items/0"))
                .isEqualTo(waiver);

        HttpResponse<String> changed = service.put(W1, terms.replace("ten", "eleven"), "If-Match", tag);
        HttpResponse<String> late = service.delete(W1, "If-Match", tag);
        HttpResponse<String> removed = service.delete(
                W1, "If-Match", changed.headers().firstValue("ETag").orElseThrow());

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("the waiver is at version 2 now");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(removed.body()).isEmpty();
        assertThat(service.delete(W1).statusCode()).isEqualTo(404);
        assertThat(service.get(W1).statusCode()).isEqualTo(404);
        assertThat(described(service.get(SHOP + "/waivers"), "WaiverList").get("items"))
                .isEmpty();
        assertThat(service.get("projects/bank/waivers").statusCode()).isEqualTo(404);
        assertThat(audited()).containsExactly("waiver.delete shop/W-1", "waiver.put shop/W-1", "waiver.put shop/W-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            "item":"R-1",  | §§                                | a waiver of everything is none
            "ada"          | " "                               | owner: is blank
            "owner":"ada", | §§                                | `owner` is missing
            "reason"       | "raeson"                          | did you mean `reason`?
            "expires":"20  | "expires":"x                      | is no date
            "item":"R-1"   | "item":"R-1","section":"Phase 1"  | name the one or the other
            """)
    void shouldSayWhatIsWrongWithAWaiver(String from, String to, String words) {
        HttpResponse<String> response = service.put(W1, terms.replace(from, to));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body()).contains(words);
    }

    @Test
    void shouldBoundWaivers() {
        HttpResponse<String> far = service.put(
                W1,
                terms.replace(today.plusDays(90).toString(), today.plusDays(181).toString()));
        HttpResponse<String> past = service.put(
                W1,
                terms.replace(today.plusDays(90).toString(), today.minusDays(2).toString()));
        HttpResponse<String> last = service.put(
                W1,
                terms.replace(today.plusDays(90).toString(), today.plusDays(180).toString()));
        service.put(SHOP + "/waivers/W-2", terms);
        service.put(SHOP + "/waivers/W-3", terms);

        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(far.body())
                .contains(
                        "expires: is more than 180 days away",
                        "`waivers.maxDays`",
                        today.plusDays(180).toString());
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("has passed, so it would count for nothing");
        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(service.put(SHOP + "/waivers/W-4", terms).body()).contains("the project has 3 waivers already");
        assertThat(service.put(SHOP + "/waivers/W-3", terms).statusCode())
                .as("one that is there may change")
                .isEqualTo(200);
        assertThat(service.put(SHOP + "/waivers/a%2Fb", terms).statusCode()).isEqualTo(422);
    }

    @Test
    void shouldShowAWaiverThatHasRunOutAndLetItCountForNothing() {
        Waiver old = new Waiver("W-1", null, "R-1", "ada", "ten customers", today.minusDays(3));
        service.store
                .waivers()
                .put("shop", new WaiverTerms(old, null, null), null, Instant.now())
                .orElseThrow();

        JsonNode shown = described(service.get(W1), "Waiver");
        JsonNode answer = RunningService.tree(service.assess("shop"));

        assertThat(shown.get("expired").booleanValue()).isTrue();
        assertThat(answer.get("findings").findValuesAsText("rule")).contains("DEF-007");
    }

    @Test
    void shouldWaiveASectionWithWhatStandsBelowIt() {
        JsonNode held = RunningService.tree(service.judge("shop", CHECKLIST));
        String waiver =
                "{\"section\":\"phase 1: critical\",\"owner\":\"ada\",\"reason\":\"r\",\"expires\":\"" + today + "\"}";

        assertThat(service.put(W1, waiver).statusCode()).isEqualTo(201);
        JsonNode waived = RunningService.tree(service.judge("shop", CHECKLIST));
        JsonNode other = RunningService.tree(service.judge("bank", CHECKLIST));

        assertThat(held.get("verdict").textValue()).isEqualTo("NOT_READY");
        assertThat(other.get("verdict")).isEqualTo(held.get("verdict"));
        assertThat(waived.get("verdict").textValue())
                .as(waived.get("reason").textValue())
                .isNotEqualTo("NOT_READY");
    }

    @Test
    void shouldLetWhoMayWriteDoSoInTheirProjectsAlone() {
        String[] lead = service.token("lead", Set.of("shop"), Role.PROJECTS_WRITE);
        String[] ci = service.token("ci", Set.of(), Role.ASSESS, Role.READ);
        String[] root = service.token("root", Set.of(), Role.ADMIN);

        assertThat(service.put(W1, terms, lead).statusCode()).isEqualTo(201);
        assertThat(service.put("projects/bank/waivers/W-1", terms, lead).statusCode())
                .isEqualTo(403);
        assertThat(service.put("projects/bank", "{}", lead).statusCode()).isEqualTo(403);
        assertThat(service.delete("projects/bank/waivers/W-1", lead).statusCode())
                .isEqualTo(403);
        assertThat(service.put(W1, terms, ci).statusCode()).isEqualTo(403);
        assertThat(service.put(SHOP, "{}", root).statusCode()).isEqualTo(200);
        assertThat(service.delete(W1, root).statusCode()).isEqualTo(204);
        assertThat(entries())
                .filteredOn(entry -> entry.event().outcome().equals("done"))
                .extracting(entry -> entry.event().who(), entry -> entry.event().action())
                .containsExactly(
                        Tuple.tuple("root", "waiver.delete"),
                        Tuple.tuple("root", "project.put"),
                        Tuple.tuple("lead", "waiver.put"));
    }

    @Test
    void shouldTakeJsonAlone() {
        HttpResponse<String> response = service.call("PUT", W1, "text/plain", terms);

        assertThat(response.statusCode()).isEqualTo(415);
    }

    private JsonNode described(HttpResponse<String> response, String schema) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        JsonNode tree = RunningService.tree(response);
        assertThat(contract.violations(tree, contract.schema(schema))).isEmpty();
        return tree;
    }

    /** What was done, newest first. */
    private List<String> audited() {
        return entries().stream()
                .map(entry -> entry.event().action() + " " + entry.event().target())
                .toList();
    }

    private List<AuditEntry> entries() {
        return service.store.audit().list(null, 100).orElseThrow().items();
    }
}
