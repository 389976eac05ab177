package dev.mitigauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Explained;
import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.Refusal;
import dev.mitigauge.ingest.SourceLines;
import dev.mitigauge.ingest.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final DocumentReader READER = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final FakeWorkshop workshop = new FakeWorkshop();
    private String document = "";

    @BeforeEach
    void writeDocument() throws IOException {
        document =
                Files.writeString(directory.resolve("todo.md"), "- [ ] pay\n").toString();
        workshop.explainer = ExplainCommandTest::read;
    }

    @Test
    void shouldPrintTheDocumentWithItsFacts() {
        Session session = Session.run(workshop, "explain", document);

        assertThat(session.out()).startsWith("1   - [ ] pay\n    → task open, tier normal\n\nSummary of ");
        assertThat(session.err()).isEmpty();
        assertThat(session.exitCode()).isZero();
    }

    @Test
    void shouldExplainTheStandardInputAsJson() {
        Session session =
                Session.withInput("- [x] paid\n".getBytes(UTF_8), workshop, "explain", "-", "--format", "json");

        assertThat(session.out()).contains("\"fact\" : \"Task\"").endsWith("}\n");
    }

    @Test
    void shouldSayWhyNothingCanBeLookedUp() {
        workshop.explainer = input -> new Explained.NotLookedUp("no such checkout: `x`", "name one");

        Session session = Session.run(workshop, "explain", document, "--repo", "x");

        assertThat(session.err()).contains("no such checkout: `x`").contains("name one");
        assertThat(session.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    }

    @Test
    void shouldSayWhyADocumentCantBeRead() {
        workshop.explainer = input -> new Explained.Unreadable(List.of(
                new Refusal(input.name(), 3, Refusal.Cause.INVALID_UTF8, "byte 5 is no UTF-8", "save it as UTF-8")));

        Session session = Session.run(workshop, "explain", document);

        assertThat(session.exitCode()).isEqualTo(65);
        assertThat(session.err()).contains("todo.md:3: byte 5 is no UTF-8", "remedy: save it as UTF-8");
    }

    @Test
    void shouldExplainOneDocumentAtATime() throws IOException {
        Files.writeString(directory.resolve("risks.md"), "# Risks\n");

        Session session = Session.run(workshop, "explain", directory.toString());

        assertThat(session.exitCode()).isEqualTo(64);
        assertThat(session.err())
                .startsWith("error: one document is explained at a time, but `" + directory + "` holds 2\n")
                .contains("remedy: name one of them, such as `");
    }

    @Test
    void shouldRefuseWhatItCantFindOrWrite() {
        assertThat(Session.run(workshop, "explain", "nowhere.md").exitCode()).isEqualTo(66);
        assertThat(Session.run(workshop, "explain", document, "--format", "xml").exitCode())
                .isEqualTo(64);
    }

    @Test
    void shouldSayWhatIsWrongWithTheRules() {
        workshop.invalid = List.of(new Fault("my-rules/a.drl", 2, 1, "no such fact", null, null));

        Session session = Session.run(workshop, "explain", document, "--rules", "src");

        assertThat(session.exitCode()).isEqualTo(78);
        assertThat(session.err()).startsWith("my-rules/a.drl:2:1: no such fact");
        assertThat(workshop.given()).containsKey("paths.rules");
    }

    private static Explained read(Input input) {
        Reading.Read read = (Reading.Read) READER.read(List.of(input));
        return new Explained.Read(Explanation.of(SourceLines.of(input), read.facts()));
    }
}
