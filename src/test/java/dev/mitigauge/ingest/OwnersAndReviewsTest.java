package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnersAndReviewsTest {

    private static final DocumentReader READER = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TBD",
                "tbd (by Q3)",
                "someone",
                "Someone from ops",
                "@team",
                "N/A",
                "???",
                "unassigned",
                "—",
                "-",
                "[name]",
                "To be decided",
                "nobody",
                "everyone",
                "Niemand",
                "à définir",
                "待定",
                "TODO",
                "Unknown"
            })
    void shouldKnowAPlaceholderForNobody(String owner) {
        DeferredRisk risk = risk("Owner", owner);

        assertThat(risk.ownerKind()).isEqualTo(OwnerKind.PLACEHOLDER);
        assertThat(risk.owner()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Platform team",
                "@acme/edge",
                "DevOps",
                "team-edge",
                "Infrastruktur-Abteilung",
                "安全团队",
                "Security"
            })
    void shouldKnowATeam(String owner) {
        assertThat(risk("Owner", owner).ownerKind()).isEqualTo(OwnerKind.TEAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada Lovelace", "@ada", "Platform lead", "Team lead", "Alice / TBD", "ada@example.org", "CTO"})
    void shouldKnowAPersonOrARoleOfOne(String owner) {
        DeferredRisk risk = risk("Owner", owner);

        assertThat(risk.ownerKind()).isEqualTo(OwnerKind.PERSON);
        assertThat(risk.owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next sprint",
                "Phase 2",
                "Q3",
                "Q3 2027",
                "v2",
                "later",
                "post-launch",
                "after the next release",
                "nächster Sprint"
            })
    void shouldKnowSomeTimeForNoDate(String review) {
        assertThat(risk("Review", review).reviewBasis()).isEqualTo(ReviewBasis.PHASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarterly",
                "before the second replica",
                "when traffic doubles",
                "if we ever shard in phase 2",
                "every release",
                "vierteljährlich"
            })
    void shouldKnowAnEventOrARhythm(String review) {
        assertThat(risk("Review", review).reviewBasis()).isEqualTo(ReviewBasis.TRIGGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-31", "2027-03-31 or when traffic doubles"})
    void shouldKnowADay(String review) {
        assertThat(risk("Review", review).reviewBasis()).isEqualTo(ReviewBasis.DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "-", "n/a"})
    void shouldKnowThatNothingIsSaid(String review) {
        assertThat(risk("Review", review).reviewBasis()).isEqualTo(ReviewBasis.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TBD", "unassigned", "@team"})
    void shouldFindNobodyToDoATaskWhereAPlaceholderStands(String owner) {
        Task task = only(
                Task.class,
                "# Go-live\n\n| Task | Status | Owner |\n|---|---|---|\n| Rotate keys | open | " + owner + " |\n");

        assertThat(task.owner()).isNull();
    }

    private static DeferredRisk risk(String label, String value) {
        return only(
                DeferredRisk.class,
                "# Deferred risks\n\n## R-1: Seat map drifts\n\n- **Severity:** Low\n- **" + label + ":** " + value
                        + "\n");
    }

    private static <T> T only(Class<T> type, String text) {
        Reading.Read read =
                (Reading.Read) READER.read(List.of(new Input("d.md", text.getBytes(StandardCharsets.UTF_8))));
        List<T> found =
                read.facts().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
