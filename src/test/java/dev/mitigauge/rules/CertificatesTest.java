package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final KnownFacts ONE_ASSESSMENT =
            most -> new KnownFacts.Known(Collections.nCopies(Math.min(most, 1), List.of()), null);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path parent;

    @Test
    void shouldNotTryAgainWhatPassed() {
        assertThat(judgements(5, cache(), KnownFacts.NONE)).isPositive();
        assertThat(judgements(5, cache(), KnownFacts.NONE)).isZero();
        assertThat(judgements(4, cache(), KnownFacts.NONE)).isZero();
        assertThat(judgements(6, cache(), KnownFacts.NONE))
                .as("more are asked for")
                .isPositive();
        assertThat(judgements(5, null, KnownFacts.NONE)).isPositive();
    }

    @Test
    void shouldTryWhatIsStoredEachTime() {
        int first = judgements(5, cache(), ONE_ASSESSMENT);

        assertThat(judgements(5, cache(), ONE_ASSESSMENT)).isPositive().isLessThan(first);
    }

    @Test
    void shouldTryNoMoreStoredOnesThanItGenerates() {
        KnownFacts many = most -> new KnownFacts.Known(Collections.nCopies(most, List.of()), null);

        assertThat(judgements(3, cache(), many)).isLessThan(100);
    }

    @Test
    void shouldLetASetPassIfTheStoreCanNotBeAskedAndSaySo() {
        KnownFacts away = most -> new KnownFacts.Known(List.of(), "the database is locked");

        LoadedRules passed = new Certificates(settings(5), null, away)
                .certified(new LoadedRules.Accepted(new Counting()), () -> true);

        assertThat(passed).isInstanceOfSatisfying(LoadedRules.Accepted.class, accepted -> assertThat(accepted.tried())
                .isEqualTo(new Tried(5, 0, "the database is locked")));
    }

    @Test
    void shouldRejectWhatThereIsNoTimeToTry() {
        LoadedRules late = new Certificates(settings(5), null, KnownFacts.NONE)
                .requiringCases()
                .certified(
                        new LoadedRules.Accepted(Rules.accepted(
                                Rules.load(Rules.shippedBut("tables/thresholds.csv", "staging,80", "staging,81")))),
                        () -> false);

        assertThat(late).isInstanceOfSatisfying(LoadedRules.Rejected.class, rejected -> {
            assertThat(rejected.byStage().keySet()).containsExactly(Stage.TEST, Stage.CERTIFY);
            assertThat(rejected.problems())
                    .extracting(Problem::message)
                    .allMatch(message -> message.startsWith("there was no time left to "));
        });
    }

    @Test
    void shouldTellOfCasesAndLetASetPassUnlessTheyAreRequired() {
        RuleSet changed =
                Rules.accepted(Rules.load(Rules.shippedBut("tables/severity-weights.csv", "HIGH,5", "HIGH,6")));
        Certificates certificates = new Certificates(settings(5), cache(), KnownFacts.NONE);

        LoadedRules passed = certificates.certified(new LoadedRules.Accepted(changed), () -> true);
        LoadedRules refused = certificates.requiringCases().certified(new LoadedRules.Accepted(changed), () -> true);

        assertThat(passed).isInstanceOf(LoadedRules.Accepted.class);
        assertThat(certificates.objections(changed, () -> true))
                .isNotEmpty()
                .extracting(Problem::message)
                .allMatch(message -> message.startsWith("case `"));
        assertThat(refused).isInstanceOfSatisfying(LoadedRules.Rejected.class, rejected -> assertThat(
                        rejected.byStage().keySet())
                .containsExactly(Stage.TEST));
    }

    @Test
    void shouldIgnoreANoteThatIsBrokenOrOfSomethingElse() throws IOException {
        judgements(5, cache(), KnownFacts.NONE);
        try (Stream<Path> notes = Files.list(cache())) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "0".repeat(64) + "\n1000\n");
            }
        }

        assertThat(judgements(5, cache(), KnownFacts.NONE)).isPositive();
    }

    @Test
    void shouldAskNothingIfNobodyWantsACertificate() {
        assertThat(judgements(0, cache(), ONE_ASSESSMENT)).isZero();
    }

    @Test
    void shouldHaveTriedTheShippedRulesWhenTheProgramWasBuilt() throws IOException {
        String digest = RuleSource.builtIn().digest();

        assertThat(ShippedCertificate.holds(CertificateKey.of(digest), RulesSettings.DEFAULT.certifyRuns()))
                .isTrue();
        assertThat(ShippedCertificate.holds(CertificateKey.of("sha256:other"), 1))
                .isFalse();
    }

    private static RulesSettings settings(int runs) {
        return new RulesSettings(100, 10_000, 60_000, 30_000, 4096, runs, false, true, 1000);
    }

    private Path cache() {
        return parent.resolve("cache");
    }

    /** How often a rule set that nobody has seen before is asked to judge. */
    private static int judgements(int runs, @Nullable Path cache, KnownFacts known) {
        Counting rules = new Counting();

        assertThat(new Certificates(settings(runs), cache, known)
                        .certified(new LoadedRules.Accepted(rules), () -> true))
                .isInstanceOf(LoadedRules.Accepted.class);

        return rules.judgements;
    }

    /** The shipped rules under another digest. */
    private static final class Counting implements RuleSet {
        private int judgements;

        @Override
        public String digest() {
            return "sha256:counting";
        }

        @Override
        public Set<String> profiles() {
            return Rules.shipped().profiles();
        }

        @Override
        public List<RuleText> catalogue() {
            return Rules.shipped().catalogue();
        }

        @Override
        public Table table(String name) {
            return Rules.shipped().table(name);
        }

        @Override
        public Conclusions judge(Collection<? extends Fact> facts, String profile) {
            judgements++;
            return Rules.shipped().judge(facts, profile);
        }

        @Override
        public Trace trace(Collection<? extends Fact> facts, String profile) {
            return Rules.shipped().trace(facts, profile);
        }
    }
}
