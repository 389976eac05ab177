package dev.mitigauge.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.SourceLines;
import dev.mitigauge.ingest.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final DocumentReader READER = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @Test
    void shouldSayBelowEachLineWhatItIs() throws IOException {
        Golden.assertMatches("report/explain-ferry.txt", ExplanationText.render(ferry(), TextOptions.PLAIN));
    }

    @Test
    void shouldPrintAllFactsOfAFlattenedDocumentBelowItsLine() throws IOException {
        Explanation flattened = explained("flattened.txt");

        Golden.assertMatches("report/explain-flattened.txt", ExplanationText.render(flattened, TextOptions.PLAIN));
        assertThat(flattened.lines()).hasSize(1);
        assertThat(flattened.summary().risks().values()).containsExactly(2);
    }

    @Test
    void shouldFitTheWidthOfTheTerminal() throws IOException {
        String text = ExplanationText.render(ferry(), new TextOptions(100, false));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Printable.columns(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void shouldShowEveryLineAndEveryFactOnce() throws IOException {
        Explanation ferry = ferry();
        List<Fact> facts = facts("ferry.md", bytes("ferry.md"));

        assertThat(ferry.lines()).extracting(Explanation.Line::text).isEqualTo(Files.readAllLines(file("ferry.md")));
        assertThat(ferry.lines().stream().flatMap(line -> line.facts().stream()))
                .containsExactlyInAnyOrderElementsOf(facts.subList(1, facts.size()));
    }

    @Test
    void shouldNameTheEntryThatALineIsPartOf() throws IOException {
        Explanation ferry = ferry();

        assertThat(ferry.lines())
                .filteredOn(line -> line.text().startsWith("- **Error:**"))
                .extracting(Explanation.Line::entry)
                .containsExactly("FB-MED-003");
        assertThat(ferry.lines().get(0).entry()).isNull();
        assertThat(ferry.summary().mitigations()).containsKey(Tense.IN_PLACE);
    }

    @Test
    void shouldMarkWhatWasNotUnderstood() {
        Explanation explanation =
                explained("a.md", "Half a thought, which\nis no item.\n\nÀ propos.\n".getBytes(UTF_8));

        String text = ExplanationText.render(explanation, TextOptions.PLAIN);

        assertThat(explanation.document().unread()).isNotEmpty();
        assertThat(explanation.summary().unreadLines()).isEqualTo(3);
        assertThat(text).contains("1 ? Half a thought", "understood      0 %", "not understood  3 lines: 1-4");
    }

    @Test
    void shouldExplainAnEmptyDocument() {
        String text = ExplanationText.render(explained("a.md", new byte[0]), TextOptions.PLAIN);

        assertThat(text).startsWith("Summary of a.md\n").contains("kind            unrecognised");
    }

    @Test
    void shouldColourOnlyWhenTold() throws IOException {
        assertThat(ExplanationText.render(ferry(), TextOptions.PLAIN)).doesNotContain("\u001b");
        assertThat(ExplanationText.render(ferry(), new TextOptions(100, true))).contains("\u001b[1;33mtask\u001b[0m");
    }

    @Test
    void shouldNotLetADocumentSpeakToTheTerminal() {
        byte[] hostile = "# Evil\u001b[2J\n\n- [ ] pay\u202E \u0007 me\r- [x] \u001b]0;x\u0007\n".getBytes(UTF_8);

        String text = ExplanationText.render(explained("evil\u001b.md", hostile), TextOptions.PLAIN);

        assertThat(text.chars()).allMatch(c -> c == '\n' || (!Character.isISOControl(c) && c != 0x202E));
        assertThat(text).contains("Evil\\u{1b}[2J");
    }

    @Test
    void shouldWriteTheSameAsJson() throws IOException {
        byte[] json = ExplanationJson.renderIndented(ferry());

        JsonNode read = new ObjectMapper().readTree(json);

        Golden.assertMatches("report/explain-ferry.json", new String(json, UTF_8) + "\n");
        assertThat(read.at("/lines")).hasSize(ferry().lines().size());
        assertThat(read.at("/lines/11/facts/0/fact").asText()).isEqualTo("Task");
        assertThat(read.at("/lines/11/facts/0/state").asText()).isEqualTo("OPEN");
        assertThat(ExplanationJson.renderIndented(ferry())).isEqualTo(json);
    }

    private static Explanation ferry() throws IOException {
        return explained("ferry.md");
    }

    private static Explanation explained(String name) throws IOException {
        return explained(name, bytes(name));
    }

    private static Explanation explained(String name, byte[] content) {
        return Explanation.of(SourceLines.of(new Input(name, content)), facts(name, content));
    }

    private static List<Fact> facts(String name, byte[] content) {
        return ((Reading.Read) READER.read(List.of(new Input(name, content)))).facts();
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    private static Path file(String name) {
        return Path.of("src", "test", "resources", "explain", name);
    }
}
