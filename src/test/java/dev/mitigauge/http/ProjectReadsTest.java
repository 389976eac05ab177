package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.Role;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is told of what is kept, over a real store. */
@Timeout(120)
class ProjectReadsTest {

    private static final String BETTER = KeptService.REGISTER.replace("High", "Low");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private KeptService service;

    private final Contract contract;

    ProjectReadsTest() throws IOException {
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
    void shouldGiveBackWhatItAnsweredByteForByte() {
        HttpResponse<String> made = service.assess("shop");
        String location = made.headers().firstValue("Location").orElseThrow().substring("/api/v1/".length());

        HttpResponse<String> found = service.get(location);
        String tag = found.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known = service.get(location, "If-None-Match", "\"other\", " + tag);
        HttpResponse<String> unknown = service.get("assessments/0198c0de-0000-7000-8000-000000000001");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(made.body());
        assertThat(found.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).contains(tag);
        assertThat(known.headers().firstValue("Content-Length")).isEmpty();
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(RunningService.tree(unknown).get("remedy").textValue()).contains("/assessments lists");
    }

    @Test
    void shouldTellWhereAProjectStands() {
        service.assess("shop");
        JsonNode second = RunningService.tree(service.judge("shop", BETTER));

        HttpResponse<String> response = service.get("projects/shop");

        JsonNode project = described(response, "Project");
        assertThat(project.at("/latest/id")).isEqualTo(second.get("id"));
        assertThat(project.at("/latest/readiness/score")).isEqualTo(second.at("/readiness/score"));
        assertThat(project.at("/latest/deferredRisk/raw")).isEqualTo(second.at("/deferredRisk/raw"));
        assertThat(project.at("/latest/rules/digest")).isEqualTo(second.at("/rules/digest"));
        assertThat(project.at("/latest/rules/profile")).isEqualTo(second.at("/rules/profile"));
        assertThat(project.get("version").intValue()).isEqualTo(1);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("projects/shop", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        service.assess("shop");
        assertThat(service.get("projects/shop", "If-None-Match", tag).statusCode())
                .as("its newest assessment is part of it")
                .isEqualTo(200);
    }

    @Test
    void shouldPageThroughProjectsByName() {
        for (String name : List.of("c", "a", "b")) {
            service.assess(name);
        }

        JsonNode first = described(service.get("projects?limit=2"), "ProjectPage");
        JsonNode second = described(
                service.get("projects?limit=2&cursor=" + first.get("next").textValue()), "ProjectPage");

        assertThat(first.get("items").findValuesAsText("name")).containsExactly("a", "b");
        assertThat(second.get("items").findValuesAsText("name")).containsExactly("c");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void shouldFindProjectsByATag() {
        for (String name : List.of("a", "b", "c", "d")) {
            service.put("projects/" + name, name.equals("b") ? "{}" : "{\"tags\":[\"pay in\",\"web\"]}");
        }
        String[] token = service.token("lead", Set.of("b", "d"), Role.READ);

        JsonNode first = described(service.get("projects?tag=pay%20in&limit=2"), "ProjectPage");
        JsonNode second = described(
                service.get("projects?tag=pay+in&limit=2&cursor="
                        + first.get("next").textValue()),
                "ProjectPage");

        assertThat(first.get("items").findValuesAsText("name")).containsExactly("a", "c");
        assertThat(second.get("items").findValuesAsText("name")).containsExactly("d");
        assertThat(described(service.get("projects?tag=web", token), "ProjectPage")
                        .get("items")
                        .findValuesAsText("name"))
                .containsExactly("d");
        assertThat(described(service.get("projects?tag=WEB"), "ProjectPage").get("items"))
                .isEmpty();
        assertThat(service.get("projects?tags=web").body()).contains("did you mean `tag`?");
    }

    @Test
    void shouldPageThroughAssessmentsNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, RunningService.tree(service.assess("shop")).get("id").textValue());
        }
        List<String> found = new ArrayList<>();
        String cursor = "";

        for (int page = 0; page < 3; page++) {
            JsonNode told = described(service.get("projects/shop/assessments?limit=2" + cursor), "AssessmentPage");
            found.addAll(told.get("items").findValuesAsText("id"));
            cursor = "&cursor=" + told.get("next").asText();
        }

        assertThat(found).containsExactlyElementsOf(ids);
        assertThat(cursor).isEqualTo("&cursor=null");
    }

    @Test
    void shouldTellATrendOldestFirst() {
        JsonNode first = RunningService.tree(service.assess("shop"));
        JsonNode second = RunningService.tree(service.judge("shop", BETTER));

        JsonNode trend = described(service.get("projects/shop/trend"), "Trend");

        assertThat(trend.get("points").findValuesAsText("id"))
                .containsExactly(first.get("id").textValue(), second.get("id").textValue());
        assertThat(trend.at("/points/0/readinessScore")).isEqualTo(first.at("/readiness/score"));
        assertThat(trend.at("/points/1/deferredRiskScore")).isEqualTo(second.at("/deferredRisk/score"));
        assertThat(trend.at("/points/1/rules")).isEqualTo(second.at("/rules/digest"));
    }

    @Test
    void shouldTellWhatDiffersFromTheOneBefore() {
        JsonNode first = RunningService.tree(service.assess("shop"));
        String moved = "A line above moves all others.\n\n" + BETTER;
        String id = RunningService.tree(service.judge("shop", moved)).get("id").textValue();

        JsonNode diff = described(service.get("assessments/" + id + "/diff"), "AssessmentDiff");

        assertThat(diff.at("/before/id")).isEqualTo(first.get("id"));
        assertThat(diff.at("/rulesChanged").booleanValue()).isFalse();
        assertThat(diff.at("/scores/deferredRiskScore").doubleValue()).isNegative();
        assertThat(diff.at("/risks/0/risk").textValue()).isEqualTo("R-1");
        assertThat(diff.at("/documents/0/change").textValue()).isEqualTo("CHANGED");
        JsonNode same = described(service.get("assessments/" + id + "/diff?against=" + id), "AssessmentDiff");
        assertThat(same.get("findings")).isEmpty();
        assertThat(same.get("risks")).isEmpty();
        assertThat(same.get("documents")).isEmpty();
    }

    @Test
    void shouldNotTakeFindingsForNewThatWereMoved() {
        String register = KeptService.REGISTER;
        service.judge("shop", register);
        String id = RunningService.tree(service.judge("shop", "# Preface\n\nWords.\n\n" + register))
                .get("id")
                .textValue();

        JsonNode diff = described(service.get("assessments/" + id + "/diff"), "AssessmentDiff");

        assertThat(diff.get("findings")).isEmpty();
        assertThat(diff.at("/documents/0/name").textValue()).isEqualTo("document.md");
    }

    @Test
    void shouldSayThatThereIsNothingBefore() {
        String id = RunningService.tree(service.assess("shop")).get("id").textValue();

        HttpResponse<String> nothing = service.get("assessments/" + id + "/diff");
        HttpResponse<String> unknown = service.get("assessments/" + id + "/diff?against=x");

        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("name another one with `against`");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("no assessment `x` is kept");
    }

    @Test
    void shouldDrawABadgeThatReadsItselfOut() throws Exception {
        service.assess("shop");

        HttpResponse<String> badge = service.get("projects/shop/badge.svg");
        String tag = badge.headers().firstValue("ETag").orElseThrow();

        assertThat(badge.statusCode()).isEqualTo(200);
        assertThat(badge.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(badge.headers().firstValue("Cache-Control")).contains("private, max-age=60");
        Element svg = svg(badge.body());
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("release: insufficient evidence, today");
        assertThat(service.get("projects/shop/badge.svg", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(service.get("projects/bank/badge.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsNotThereAndWhatMakesNoSense() {
        service.assess("shop");

        for (String path : List.of("", "/assessments", "/trend", "/badge.svg")) {
            HttpResponse<String> unknown = service.get("projects/bank" + path);
            assertThat(unknown.statusCode()).as(path).isEqualTo(404);
            assertThat(unknown.body()).contains("there is no project `bank`");
        }
        assertThat(service.get("projects/%2e%2e%2fshop").statusCode()).isEqualTo(422);
        HttpResponse<String> cursor = service.get("projects/shop/assessments?cursor=7");
        assertThat(cursor.statusCode()).isEqualTo(422);
        assertThat(cursor.body()).contains("cursor: must be the `next` of a page, but is `7`");
        assertThat(service.get("projects?limit=1001").statusCode()).isEqualTo(422);
        assertThat(service.get("projects/shop/trend?limt=3").body()).contains("did you mean `limit`?");
    }

    @Test
    void shouldShowATokenItsProjectsAlone() {
        String id = RunningService.tree(service.assess("bank")).get("id").textValue();
        service.assess("shop");
        service.assess("zoo");
        String[] token = service.token("board", Set.of("shop", "zoo", "gone"), Role.READ);

        JsonNode page = described(service.get("projects?limit=1", token), "ProjectPage");
        JsonNode next = described(service.get("projects?limit=1&cursor=shop", token), "ProjectPage");

        assertThat(page.get("items").findValuesAsText("name")).containsExactly("shop");
        assertThat(page.get("next").textValue()).isEqualTo("shop");
        assertThat(next.get("items").findValuesAsText("name")).containsExactly("zoo");
        assertThat(next.get("next").isNull()).isTrue();
        for (String path : List.of(
                "projects/bank",
                "projects/bank/assessments",
                "projects/bank/trend",
                "projects/bank/badge.svg",
                "assessments/" + id,
                "assessments/" + id + "/diff")) {
            HttpResponse<String> response = service.get(path, token);
            assertThat(response.statusCode()).as(path).isEqualTo(403);
            assertThat(response.body()).contains("the token `board` is not for the project `bank`");
        }
    }

    @Test
    void shouldLetWhoMayOnlyAssessReadNothing() {
        String[] token = service.token("ci", Set.of(), Role.ASSESS);

        HttpResponse<String> made = service.assess("shop", token);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(service.get("projects/shop", token).statusCode()).isEqualTo(403);
    }

    private JsonNode described(HttpResponse<String> response, String schema) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode tree = RunningService.tree(response);
        assertThat(contract.violations(tree, contract.schema(schema))).isEmpty();
        return tree;
    }

    private static Element svg(String text) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }
}
