package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.rules.RuleSet;

/** Starts the service over a rule set; what goes wrong with its settings or its address is told as faults. */
@FunctionalInterface
interface ServiceStart {

    Outcome<Workshop.Service> start(Settings settings, RuleSet rules);
}
