package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;

/** Starts the service over a rule set; what goes wrong with its settings or its address is told as faults. */
@FunctionalInterface
interface ServiceStart {

    Outcome<Workshop.Service> start(Settings settings, StartRules rules);
}
