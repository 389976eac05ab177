package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;

/** Runs the cases of the rule set at a place. */
@FunctionalInterface
interface CaseRunner {

    Outcome<Workshop.CasesRun> run(Settings settings, RuleLocation location);
}
