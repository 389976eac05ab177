package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.facts.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate of the shipped rules, and of sets that are wrong in one place: each property is seen to fail. */
class CertificateTest {

    /** As many as a service asks for. */
    private static final int RUNS = RulesSettings.DEFAULT.certifyRuns();

    @Test
    void shouldFindNothingWrongWithTheShippedRules() {
        Certificate certificate = Certificate.of(Rules.shipped(), List.of());

        assertThat(certificate.problems()).extracting(Problem::print).isEmpty();
        assertThat(certificate.silent()).as("rules that no input makes fire").isEmpty();
        assertThat(certificate.judgements()).isGreaterThan(5 * Certificate.RUNS);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    tables/task-credits.csv | DONE,0.8 | DONE,0.1 | finishing a task lowers readiness | RDY-115 | 1
                    deferral.drl | Math.max($floor, Scores.remaining($credits)) | Math.max($floor, 1 - Scores.remaining($credits)) | adding a mitigation raises deferred risk | DEF-121 | 2
                    mitigation.drl | insert(Finding.of($mitigation) | insert(new Cap(10, "plans")); insert(Finding.of($mitigation) | adding a mitigation lowers readiness | MIT-003 | 2
                    deferral.drl | Scores.saturate(Scores.sum($all), $scale) | Scores.saturate(Scores.sum($all) / Math.max(1, $all.size()), $scale) | adding a deferred risk raises readiness | DEF-131 | 1
                    deferral.drl | $scale), Scores.sum($all)) | $scale), Scores.sum($all) / Math.max(1, $all.size())) | adding a deferred risk lowers the deferred risk | DEF-131 | 1
                    readiness.drl | worth == Worth.OPEN, | worth == Worth.ACCEPTED, | adding an open task raises readiness | RDY-111 | 0
                    readiness.drl | new Confidence(Scores | new Confidence(2 * Scores | confidence is 2.0 and not between 0 and 1 | RDY-154 | 0
                    readiness.drl | new Decision(Verdict.INSUFFICIENT_EVIDENCE, "no task | new Decision(Verdict.READY, "no task | without a task the verdict is READY | RDY-162 | 0
                    readiness.drl | level == Level.BLOCKER) not Waived | level == Level.BLOCKER) exists Waived | beside the blocker | RDY-165 | 2
                    readiness.drl | not Condition() | not Cap(limit < 0) | the rules fail: rules contradict each other | none | 2
                    """)
    void shouldRefuseASetThatIsWrongInOnePlace(
            String file, String right, String wrong, String says, String rule, int items) {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedBut(file, right, wrong)));

        Certificate certificate = Certificate.of(rules, List.of(), RUNS, Certificate.SEED);

        assertThat(certificate.violations()).anySatisfy(violation -> {
            assertThat(violation.says()).startsWith(says);
            assertThat(items(violation.given())).as(violation.given()).isLessThanOrEqualTo(items);
            assertThat(violation.rules().isEmpty()
                            || violation.rules().stream()
                                    .anyMatch(each -> each.rule().equals(rule)))
                    .as("%s names %s", violation.rules(), rule)
                    .isTrue();
        });
    }

    /** Trust in ticks was once lost when a critical task that had been left open on purpose was ticked without evidence. */
    @Test
    void shouldRefuseTrustThatIsLostByFinishing() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedBut(
                "readiness.drl",
                "state != TaskState.DONE, tier == Tier.CRITICAL)",
                "state != TaskState.DONE, accepted == false, tier == Tier.CRITICAL)")));

        assertThat(Certificate.of(rules, List.of()).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.says()).isEqualTo("finishing a task lowers readiness");
                    assertThat(violation.rules()).extracting(Blamed::rule).contains("RDY-116");
                    assertThat(items(violation.given())).isEqualTo(3);
                });
    }

    @Test
    void shouldRefuseAContradictedClaimThatIsReady() {
        Map<String, String> texts =
                Rules.shippedBut("readiness.drl", "exists Condition()", "exists Condition(rule == \"X\")");
        texts.put(
                "readiness.drl",
                String.valueOf(texts.get("readiness.drl"))
                        .replace("  not Condition()\n", "  not Condition(rule == \"X\")\n"));

        Certificate certificate = Certificate.of(Rules.accepted(Rules.load(texts)), List.of());

        assertThat(certificate.violations())
                .extracting(Violation::says)
                .contains("beside a contradicted claim of readiness the verdict is READY");
    }

    @Test
    void shouldRefuseARuleThatGoesByTheOrderOfFacts() {
        Certificate certificate = certificate(Rules.shippedAnd("own.drl", own("""
                          $risk : DeferredRisk(counts == true)
                          not Finding(rule == "OWN-001")
                        """, "insert(Finding.of($risk));")));

        assertThat(certificate.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.says()).isEqualTo("another order of the same facts changes findings");
            assertThat(violation.given())
                    .matches(
                            "\\{ risks: \\[\\{ id: R\\d+(, document: other)? }, \\{ id: R\\d+(, document: other)? }] }");
        });
    }

    @Test
    void shouldRefuseARuleThatSaysOtherThingsEachTime() {
        Certificate certificate = certificate(Rules.shippedAnd(
                "own.drl",
                own(
                        "  $risk : DeferredRisk(counts == true)\n",
                        "insert(Finding.of($risk).saying(\"\" + new Object().hashCode()));")));

        assertThat(certificate.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.says()).isEqualTo("the same input, judged twice, changes what findings say");
            assertThat(items(violation.given())).isEqualTo(1);
        });
    }

    @Test
    void shouldRefuseARuleThatFailsOnSomeInput() {
        Certificate certificate = certificate(Rules.shippedAnd(
                "own.drl",
                own(
                        "  $risk : DeferredRisk(counts == true, $owner : owner)\n",
                        "insert(Finding.of($risk).saying($owner.strip()));")));

        assertThat(certificate.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.says()).startsWith("the rules fail: rule `own` failed: ");
            assertThat(items(violation.given())).isEqualTo(1);
            assertThat(violation.problem().headline()).startsWith("own.drl:1: certificate: the rules fail");
        });
    }

    @Test
    void shouldTryTheFactsOfStoredAssessments() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedBut("tables/task-credits.csv", "DONE,0.8", "DONE,0.1")));
        List<Fact> harmless = given("{ tasks: [{ id: T1, state: DONE, proof: VERIFIED, tier: ARCHIVE }] }");
        List<Fact> telling = given("{ tasks: [{ id: T1, state: IN_PROGRESS, tier: LOW }, { id: T2, state: DONE }] }");

        assertThat(Certificate.of(rules, List.of(harmless), 0, 1).passed()).isTrue();
        assertThat(Certificate.of(rules, java.util.Collections.nCopies(20, telling), 0, 1))
                .satisfies(certificate -> assertThat(certificate.stored()).isEqualTo(20))
                .satisfies(certificate -> assertThat(certificate.violations())
                        .extracting(Violation::says)
                        .contains("finishing a task lowers readiness"));
    }

    @Test
    void shouldGiveACounterExampleThatCanBePastedIntoACase() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedBut("tables/task-credits.csv", "DONE,0.8", "DONE,0.1")));

        Violation violation =
                Certificate.of(rules, List.of(), RUNS, 7).violations().get(0);

        double readiness =
                rules.judge(given(violation.given()), "production").readiness().score();
        assertThat(readiness).isEqualTo(Double.parseDouble(String.valueOf(violation.before())));
    }

    @Test
    void shouldFindTheSameWithTheSameSeed() {
        RuleSet rules = Rules.accepted(Rules.load(Rules.shippedBut("tables/task-credits.csv", "DONE,0.8", "DONE,0.1")));

        assertThat(Certificate.of(rules, List.of(), 50, 3)).isEqualTo(Certificate.of(rules, List.of(), 50, 3));
    }

    private static Certificate certificate(Map<String, String> texts) {
        return Certificate.of(Rules.accepted(Rules.load(texts)), List.of(), RUNS, Certificate.SEED);
    }

    private static String own(String when, String then) {
        return "rule \"own\"\n  @id(\"OWN-001\") @title(\"own\") @level(\"NOTE\") @why(\"why\") @remedy(\"remedy\")\nwhen\n"
                + when + "then\n  " + then + "\nend\n";
    }

    private static List<Fact> given(String yaml) {
        try {
            return CaseFacts.of(new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new AssertionError("`" + yaml + "` is no YAML", e);
        }
    }

    /** How many items a counter-example needs, what is added not counted. */
    private static long items(String given) {
        return given.split("\\{ (id|name|from|key): ", -1).length - 1L;
    }
}
