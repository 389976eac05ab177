package dev.mitigauge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.account.Score;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownAnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String DIGEST = Judged.RULES.digest();
    private static final int ROOM = 1 << 20;

    private final Heard heard = new Heard();
    private final Assessor assessor = new Assessor(
            Judged.RULES, IngestSettings.DEFAULT, AssessmentSettings.DEFAULT, heard, Clock.fixed(NOON, ZoneOffset.UTC));
    private final List<AssessmentRequest> judged = new ArrayList<>();
    private String active = DIGEST;

    @Test
    void shouldGiveAnAnswerAgainWithANewIdAndTime() {
        KnownAnswers answers = answers(ROOM, NOON.plusSeconds(5));

        Answer.Assessed first = assess(answers, request("- [ ] x"));
        Answer.Assessed second = assess(answers, request("- [ ] x").forProject("shop"));

        assertThat(judged).hasSize(1);
        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        Assessment again = second.assessment();
        assertThat(again.id()).isNotEqualTo(first.assessment().id());
        assertThat(again.assessedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(again.project()).isEqualTo("shop");
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("id", "assessedAt", "project")
                .isEqualTo(first.assessment());
        assertThat(heard.assessed).containsExactly(first.assessment().id(), again.id());
    }

    @Test
    void shouldJudgeAnewWhateverIsDifferent() {
        KnownAnswers answers = answers(ROOM, NOON);
        List<AssessmentRequest> different = different();

        different.forEach(request -> assess(answers, request));
        active = "sha256:other";
        assess(answers, different.get(0));

        assertThat(judged).hasSize(different.size() + 1);
    }

    @Test
    void shouldTellDifferentRequestsApart() {
        Set<String> digests = new HashSet<>();

        different().forEach(request -> digests.add(RequestDigest.of(request)));
        digests.add(RequestDigest.of(request("a").forProject("shop")));
        digests.add(RequestDigest.of(request("a").lookedUpIn("shop")));

        assertThat(digests).hasSize(different().size() + 2);
        assertThat(RequestDigest.of(request("a"))).isEqualTo(RequestDigest.of(request("a")));
    }

    @Test
    void shouldJudgeAnewWhatIsLookedUpInACheckout() {
        KnownAnswers answers = answers(ROOM, NOON);

        assess(answers, request("- [ ] x").lookedUpIn("shop"));
        assess(answers, request("- [ ] x").lookedUpIn("shop"));

        assertThat(judged).as("the checkout may have changed").hasSize(2);
    }

    @Test
    void shouldJudgeAnewOnTheNextDay() {
        KnownAnswers today = answers(ROOM, NOON);
        assess(today, request("- [ ] x"));

        KnownAnswers tomorrow = answers(ROOM, NOON.plus(Duration.ofDays(1)));
        assess(tomorrow, request("- [ ] x"));
        assess(tomorrow, request("- [ ] x"));

        assertThat(judged)
                .as("the day of the answer is not the one that was asked for, as at midnight")
                .hasSize(3);
    }

    @Test
    void shouldNotKeepWhatOtherRulesMadeMeanwhile() {
        active = "sha256:before";
        KnownAnswers answers = answers(ROOM, NOON);

        assess(answers, request("- [ ] x"));
        assess(answers, request("- [ ] x"));

        assertThat(judged).hasSize(2);
    }

    @Test
    void shouldStayWithinItsBound() {
        KnownAnswers none = answers(1_000, NOON);
        KnownAnswers few = answers(20_000, NOON);

        assess(none, request("- [ ] x"));
        assess(none, request("- [ ] x"));
        IntStream.range(0, 100).forEach(i -> assess(few, request("- [ ] " + i)));
        judged.clear();
        IntStream.range(0, 100).forEach(i -> assess(few, request("- [ ] " + i)));

        assertThat(judged).as("fewer than ten answers have room").hasSizeBetween(90, 100);
    }

    @Test
    void shouldWeighWhatAnAnswerHolds() {
        String risk = "### R-%d: No rate limit\n\n- **Severity:** High\n- **Mitigation:** the proxy limits it\n\n";
        StringBuilder register = new StringBuilder("# Deferred\n\n");
        IntStream.range(0, 200).forEach(i -> register.append(risk.formatted(i)));

        int small = AnswerWeight.of(assess(assessor, request("- [ ] x")).assessment());
        Assessment large = assess(assessor, request(register.toString())).assessment();

        assertThat(small).isBetween(2_000, 10_000);
        assertThat(AnswerWeight.of(large)).isGreaterThan(large.toString().length());
    }

    @Test
    void shouldNotRememberWhatWouldBe() {
        KnownAnswers answers = answers(ROOM, NOON);
        AssessmentRequest what = asking(new Asked(false, false, Set.of(), List.of("deployed:instances=1")));

        Answer first = answers.assess(what);
        answers.assess(what);

        assertThat(first).isInstanceOf(Answer.Simulated.class);
        assertThat(judged).hasSize(2);
    }

    private static List<AssessmentRequest> different() {
        Waiver waiver = new Waiver("W-1", null, "R-1", "ada", "r", LocalDate.of(2027, 1, 1));
        Waiver other = new Waiver("W-1", "R-1", null, "ada", "r", LocalDate.of(2027, 1, 1));
        AssessmentRequest plain = request("a");
        return List.of(
                plain,
                request("b"),
                named("ab", ""),
                named("a", "b"),
                plain.besides("staging", List.of()),
                plain.besides(null, List.of(waiver)),
                plain.besides(null, List.of(other)),
                with(Map.of("deployment.a", "1"), null, null),
                with(Map.of("deployment.a", "2"), null, null),
                with(Map.of(), LocalDate.of(2026, 1, 1), null),
                with(Map.of(), null, 0),
                asking(new Asked(true, false, Set.of(), List.of())),
                asking(new Asked(false, true, Set.of(), List.of())),
                asking(new Asked(false, false, Set.of(Score.READINESS), List.of())));
    }

    private KnownAnswers answers(int bytes, Instant now) {
        return new KnownAnswers(
                request -> {
                    judged.add(request);
                    return assessor.assess(request.lookedUpIn(null)); // there is no checkout here
                },
                () -> active,
                heard,
                Clock.fixed(now, ZoneOffset.UTC),
                bytes);
    }

    private static Answer.Assessed assess(Assessments assessments, AssessmentRequest request) {
        Answer answer = assessments.assess(request);
        assertThat(answer).isInstanceOf(Answer.Assessed.class);
        return (Answer.Assessed) answer;
    }

    private static AssessmentRequest request(String text) {
        return named("document.md", text);
    }

    private static AssessmentRequest named(String name, String text) {
        return AssessmentRequest.of(List.of(new Input(name, text.getBytes(StandardCharsets.UTF_8))), "test");
    }

    private static AssessmentRequest with(
            Map<String, String> deployment, @Nullable LocalDate day, @Nullable Integer next) {
        return new AssessmentRequest(
                request("a").documents(), new TreeMap<>(deployment), day, null, List.of(), null, "test", next);
    }

    private static AssessmentRequest asking(Asked asked) {
        return new AssessmentRequest(
                request("- [ ] x").documents(), new TreeMap<>(), null, null, List.of(), null, "test", null, asked);
    }

    /** Remembers which assessments it heard of. */
    private static final class Heard implements AssessmentListener {

        private final List<String> assessed = new ArrayList<>();

        @Override
        public void timed(Stage stage, long nanos) {}

        @Override
        public void assessed(Assessment assessment, String origin, long nanos) {
            assessed.add(assessment.id());
        }

        @Override
        public void kept(Assessment assessment) {}

        @Override
        public void fired(String ruleId, int times) {}

        @Override
        public void rejected(String reason) {}

        @Override
        public void rulesActivated(String digest) {}

        @Override
        public void rulesRefused(int problems) {}

        @Override
        public void rulesRestored() {}
    }
}
