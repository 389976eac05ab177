package dev.mitigauge.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void shouldSayWhatHoldsTheRelease() {
        Golden.assertMatches("report/not-ready.txt", TextReport.render(Samples.notReady(), TextOptions.PLAIN));
    }

    @Test
    void shouldWrapAtTheWidthOfTheTerminal() {
        String text = TextReport.render(Samples.notReady(), new TextOptions(76, false));

        Golden.assertMatches("report/not-ready-76.txt", text);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    void shouldBeShortWhenAllIsWell() {
        Golden.assertMatches("report/ready.txt", TextReport.render(Samples.ready(), TextOptions.PLAIN));
    }

    @Test
    void shouldListConditions() {
        Golden.assertMatches("report/conditional.txt", TextReport.render(Samples.conditional(), TextOptions.PLAIN));
    }

    @Test
    void shouldNotCallABlankFormCovered() {
        String text = TextReport.render(Samples.blank(), TextOptions.PLAIN);

        Golden.assertMatches("report/blank.txt", text);
        assertThat(text).doesNotContain("100 %  ");
    }

    @Test
    void shouldSayWhatTheProjectAsksForBesides() throws IOException {
        String base = "sha256:" + "0".repeat(64);
        String json = new String(JsonReport.render(Samples.ready()), UTF_8)
                .replace(
                        "\"own\":null",
                        "\"own\":{\"base\":\"" + base + "\",\"tables\":[\"caps\",\"thresholds\"],"
                                + "\"outdone\":[\"tables/caps.csv:2:3: `cap` is laxer\"]}");

        String text = TextReport.render(JsonReport.parse(json.getBytes(UTF_8)), TextOptions.PLAIN);

        assertThat(text)
                .endsWith("  made of these rules and of the project's own caps, thresholds:\n    " + base + "\n"
                        + "  where the organisation asks for more than the project, its value counts:\n"
                        + "    tables/caps.csv:2:3: `cap` is laxer\n");
    }

    @Test
    void shouldSummariseVerdictAndScores() {
        String summary = TextReport.summary(Samples.notReady(), TextOptions.PLAIN);

        assertThat(TextReport.render(Samples.notReady(), TextOptions.PLAIN)).startsWith(summary);
        assertThat(summary).contains("NOT READY", "57.5 of 100").doesNotContain("CLM-001");
    }

    @Test
    void shouldColourOnlyWhenTold() {
        assertThat(TextReport.render(Samples.notReady(), TextOptions.PLAIN)).doesNotContain("\u001b");
        assertThat(TextReport.render(Samples.notReady(), new TextOptions(100, true)))
                .startsWith("\u001b[1;31mNOT\u001b[0m \u001b[1;31mREADY\u001b[0m");
    }

    @Test
    void shouldShowAFewFindingsOfOneRuleAndCountTheRest() {
        List<Finding> alike = IntStream.rangeClosed(1, 8)
                .mapToObj(line -> Samples.warning(
                        "HYG-001", "A risk without owner", "risk " + line, "Name one.", Samples.at("a.md", line)))
                .toList();

        String text = TextReport.render(Samples.with(Verdict.READY, "so", alike, List.of()), TextOptions.PLAIN);

        assertThat(text).contains("risk 5 (a.md:5)", "and 3 more like this").doesNotContain("risk 6");
        assertThat(text.lines().filter(line -> line.contains("Name one."))).hasSize(1);
    }

    @Test
    void shouldNotLetADocumentSpeakToTheTerminal() {
        Finding hostile = Samples.warning(
                "X-1", "title", "\u001b[2J\u001b[Hall good\u0007", "remedy\u202E", Samples.at("evil\u001b[0m.md", 1));

        String text =
                TextReport.render(Samples.with(Verdict.READY, "so", List.of(hostile), List.of()), TextOptions.PLAIN);

        assertThat(text.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
        assertThat(text).contains("\\u{1b}[2J").contains("remedy\\u{202e}");
    }

    @Test
    void shouldBoundWhatOneMessageTakes() {
        Finding endless = Samples.warning("X-1", "title", "long ".repeat(200_000), "remedy", Samples.at("a.md", 1));

        String text =
                TextReport.render(Samples.with(Verdict.READY, "so", List.of(endless), List.of()), TextOptions.PLAIN);

        assertThat(text).hasSizeLessThan(5_000);
    }

    @Test
    void shouldRefuseAWidthThatHoldsNoText() {
        assertThatThrownBy(() -> new TextOptions(10, false)).hasMessage("width must be at least 40, but is 10");
    }
}
