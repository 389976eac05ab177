package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships for Prometheus and Grafana, as far as it can be checked without them. */
class WatchFilesTest {

    private static final String RUNBOOK = "src/docs/runbook.md";

    /** What a query names that a service tells, or a rule records; words of the language have no such beginning. */
    private static final Pattern METRIC = Pattern.compile("\\b(?:mitigauge|http|jvm|process|system)[_:][a-zA-Z0-9_:]+");

    static List<JsonNode> alerts() throws IOException {
        return WatchFiles.rules(WatchFiles.ALERTS);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldSayOfEachAlertWhatItMeansAndWhatToDo(JsonNode alert) throws IOException {
        String name = alert.get("alert").asText();
        JsonNode says = alert.get("annotations");

        assertThat(says.get("summary").asText()).isNotBlank();
        assertThat(says.get("description").asText()).isNotBlank();
        assertThat(alert.get("labels").get("severity").asText()).isIn("page", "ticket");
        assertThat(says.get("runbook_url").asText()).isEqualTo(RUNBOOK + "#" + name.toLowerCase(Locale.ROOT));
        assertThat(section(name)).as("section of " + RUNBOOK).hasSizeGreaterThan(100);
    }

    @Test
    void shouldHaveNoSectionForAnAlertThatIsGone() throws IOException {
        Set<String> alerts =
                alerts().stream().map(alert -> alert.get("alert").asText()).collect(Collectors.toSet());
        Matcher heading = Pattern.compile("(?m)^### (\\w+)$").matcher(Files.readString(Path.of(RUNBOOK)));

        assertThat(heading.results().map(found -> found.group(1))).containsExactlyInAnyOrderElementsOf(alerts);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldTestOfEachAlertThatItFiresAndThatItStaysQuiet(JsonNode alert) throws IOException {
        List<JsonNode> tests = WatchFiles.tests(alert.get("alert").asText());

        assertThat(tests).anyMatch(test -> !test.get("exp_alerts").isEmpty());
        assertThat(tests).anyMatch(test -> test.get("exp_alerts").isEmpty());
    }

    @Test
    void shouldAskOnlyForMetricsThatThereAre() throws IOException {
        Set<String> known = new HashSet<>(MetricsPage.names(Files.readString(MetricsPageTest.PAGE)));
        Set<String> asked = new TreeSet<>();
        for (Path file : List.of(WatchFiles.RECORDING, WatchFiles.ALERTS)) {
            for (JsonNode rule : WatchFiles.rules(file)) {
                asked.addAll(metrics(rule.get("expr").asText()));
                if (rule.has("record")) {
                    known.add(rule.get("record").asText());
                }
            }
        }
        WatchFiles.queries().values().forEach(queries -> queries.forEach(query -> asked.addAll(metrics(query))));

        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(known).containsAll(asked);
    }

    @Test
    void shouldGiveEachDashboardANameOfItsOwnAndADescription() throws IOException {
        Set<String> uids = new HashSet<>();
        for (Path file : WatchFiles.dashboards()) {
            JsonNode dashboard = WatchFiles.yaml(file);
            uids.add(dashboard.get("uid").asText());
            assertThat(dashboard.get("description").asText()).isNotBlank();
        }

        assertThat(uids).hasSize(3);
    }

    private static Set<String> metrics(String query) {
        return METRIC.matcher(query.replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static String section(String alert) throws IOException {
        Matcher section =
                Pattern.compile("(?ms)^### " + alert + "$(.*?)(?=^##|\\z)").matcher(Files.readString(Path.of(RUNBOOK)));
        return section.find() ? section.group(1).strip() : "";
    }
}
