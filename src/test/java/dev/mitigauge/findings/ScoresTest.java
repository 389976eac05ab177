package dev.mitigauge.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void shouldKeepAValueBetweenItsBounds() {
        assertThat(Scores.clamp(-1, 0, 10)).isZero();
        assertThat(Scores.clamp(4, 0, 10)).isEqualTo(4);
        assertThat(Scores.clamp(11, 0, 10)).isEqualTo(10);
    }

    @Test
    void shouldSaturateTowardsAHundred() {
        assertThat(Scores.saturate(0, 30)).isZero();
        assertThat(Scores.saturate(30, 30)).isCloseTo(63.2120558829, within(1e-6));
        assertThat(Scores.saturate(1e9, 30)).isEqualTo(100);
    }

    @Test
    void shouldSumInOneOrderWhateverTheOrderIs() {
        List<Double> rising = List.of(0.1, 0.2, 0.3, 1e15);
        List<Double> falling = List.of(1e15, 0.3, 0.2, 0.1);

        assertThat(Scores.sum(rising)).isEqualTo(Scores.sum(falling)).isEqualTo(0.1 + 0.2 + 0.3 + 1e15);
        assertThat(Scores.sum(List.of())).isZero();
    }

    @Test
    void shouldLeaveWhatCreditsDoNotTake() {
        assertThat(Scores.remaining(List.of())).isEqualTo(1);
        assertThat(Scores.remaining(List.of(0.15, 0.35))).isCloseTo(0.85 * 0.65, within(ROUNDING));
        assertThat(Scores.remaining(List.of(0.1, 0.2, 0.7))).isEqualTo(Scores.remaining(List.of(0.7, 0.2, 0.1)));
        assertThat(Scores.remaining(List.of(0.5, 1))).isZero();
    }

    @Test
    void shouldFindTheLargestThatIsNotNegative() {
        assertThat(Scores.largest(List.of(3, 7, 5))).isEqualTo(7);
        assertThat(Scores.largest(List.of(-3))).isZero();
        assertThat(Scores.largest(List.of())).isZero();
    }

    @Test
    void shouldShareBetweenNothingAndAll() {
        assertThat(Scores.share(1, 4)).isEqualTo(0.25);
        assertThat(Scores.share(5, 4)).isEqualTo(1);
        assertThat(Scores.share(-1, 4)).isZero();
        assertThat(Scores.share(0, 0)).as("no whole").isEqualTo(1);
    }

    @Test
    void shouldWeighDocumentsByTheirLines() {
        assertThat(Scores.understood(List.of())).isEqualTo(1);
        assertThat(Scores.understood(List.of(document(90, 1), document(10, 0)))).isCloseTo(0.9, within(ROUNDING));
    }

    @Test
    void shouldRoundForMessages() {
        assertThat(Scores.percent(0.596)).isEqualTo(60);
        assertThat(Scores.percentRoundedDown(0.596)).isEqualTo(59);
    }

    private static Document document(int lines, double understood) {
        return new Document(
                "doc" + lines,
                DocumentKind.CHECKLIST,
                "0",
                lines,
                understood,
                null,
                Provenance.UNKNOWN,
                null,
                false,
                List.of(),
                new SourceRef("doc" + lines, 1, lines, ""));
    }
}
