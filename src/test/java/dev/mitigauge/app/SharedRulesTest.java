package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.FakeRuleHistory;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.NewActivation.How;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replica makes of the history that it shares with others, look by look. */
class SharedRulesTest {

    private static final RuleSource SOURCE = new RuleSource(RulesSettings.DEFAULT);
    private static final RuleSet SHIPPED = shipped();

    private final FakeRuleHistory history = new FakeRuleHistory();
    private final List<Problem> refused = new ArrayList<>();
    private final Assessor assessor = new Assessor(
            SHIPPED, IngestSettings.DEFAULT, AssessmentSettings.DEFAULT, AssessmentListener.NONE, Clock.systemUTC());

    @Test
    void shouldTakeUpWhatPeopleMadeActiveElsewhere() {
        told("81", How.HTTP);
        try (SharedRules shared = shared()) {
            shared.look();
            assertThat(active()).as("known when the service began").isEqualTo(SHIPPED.digest());

            String second = told("82", How.HTTP);
            shared.look();
            assertThat(active()).isEqualTo(second);

            String third = told("83", How.ROLLBACK);
            shared.look();
            assertThat(active()).isEqualTo(third);
            assertThat(refused).isEmpty();
        }
    }

    @Test
    void shouldLeaveAloneWhatOtherDirectoriesSay() {
        try (SharedRules shared = shared()) {
            told("81", How.WATCH);
            shared.look();
            told("82", How.START);
            shared.look();

            assertThat(active()).isEqualTo(SHIPPED.digest());
        }
    }

    @Test
    void shouldLeaveAloneWhatADirectoryHasOverruledHereSince() {
        try (SharedRules shared = shared()) {
            told("81", How.HTTP);
            shared.look();
            assessor.activate(SHIPPED);
            shared.look();

            assertThat(active()).as("dealt with before").isEqualTo(SHIPPED.digest());
        }
    }

    @Test
    void shouldSayOnceWhyASetCanNotBeUsedHere() {
        RuleFiles broken = SHIPPED.files().with(Map.of("mine.drl", "rule broken"));
        try (SharedRules shared = shared()) {
            write(broken, How.HTTP);
            shared.look();
            shared.look();

            assertThat(active()).isEqualTo(SHIPPED.digest());
            assertThat(refused).extracting(Problem::file).containsOnly("mine.drl");
            int once = refused.size();
            shared.look();
            assertThat(refused).hasSize(once);
        }
    }

    @Test
    void shouldTryAgainOnceTheHistoryCanBeAsked() {
        try (SharedRules shared = shared()) {
            String told = told("81", How.HTTP);
            history.away(true);
            shared.look();
            assertThat(active()).isEqualTo(SHIPPED.digest());

            history.away(false);
            shared.look();
            assertThat(active()).isEqualTo(told);
        }
    }

    @Test
    void shouldBeginWithWhatIsThereOnceTheHistoryCanBeAskedForTheFirstTime() {
        told("81", How.HTTP);
        history.away(true);
        try (SharedRules shared = shared()) {
            history.away(false);
            shared.look();
            assertThat(active()).as("the directory decided").isEqualTo(SHIPPED.digest());

            String later = told("82", How.HTTP);
            shared.look();
            assertThat(active()).isEqualTo(later);
        }
    }

    private SharedRules shared() {
        return new SharedRules(
                history,
                SOURCE,
                new RuleSwitch(assessor, null, Clock.systemUTC()),
                refused::addAll,
                SharedRules.newest(history));
    }

    /** The digest of the set. */
    private String told(String staging, How how) {
        String table = "profile,ready,conditions,confidence,openCritical\nproduction,90,75,0.6,BLOCKER\nstaging,"
                + staging + ",60,0.5,WARNING\npilot,70,50,0.4,WARNING\n";
        return write(SHIPPED.files().with(Map.of("tables/thresholds.csv", table)), how);
    }

    private String write(RuleFiles files, How how) {
        return history.activated(
                        new RuleSetFiles(files.digest(), files.bytes()),
                        new NewActivation(Instant.parse("2026-11-20T12:00:00Z"), "desk", how, null))
                .orElseThrow()
                .digest();
    }

    private String active() {
        return assessor.rules().digest();
    }

    private static RuleSet shipped() {
        return ((LoadedRules.Accepted) SOURCE.loadBuiltIn()).rules();
    }
}
