package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.StricterSets;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trials over the rules that ship, loaded by the first test that needs them. */
final class Trials {

    /** Three seconds for a judgement: a rule that does not end is to fail soon, others on a busy machine are not. */
    private static final RulesSettings SETTINGS =
            new RulesSettings(100, 3_000, 60_000, 30_000, 4096, 0, false, true, 1000);

    private static @Nullable RuleSet shipped;

    private Trials() {}

    static RuleTrials shipped() {
        return of(Trials::rules);
    }

    static RuleTrials of(Supplier<RuleSet> active) {
        return new RuleTrials(
                active,
                new RuleSource(SETTINGS),
                IngestSettings.DEFAULT,
                AssessmentSettings.DEFAULT,
                Clock.systemUTC());
    }

    static StricterSets stricter() {
        return new StricterSets(new RuleSource(SETTINGS), IngestSettings.DEFAULT, 10);
    }

    static synchronized RuleSet rules() {
        if (shipped == null) {
            LoadedRules loaded = new RuleSource(SETTINGS).loadBuiltIn();
            shipped = ((LoadedRules.Accepted) loaded).rules();
        }
        return shipped;
    }
}
