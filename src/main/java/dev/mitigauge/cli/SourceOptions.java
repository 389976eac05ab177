package dev.mitigauge.cli;

import picocli.CommandLine.Mixin;

/** Where rules and settings come from: options of every command that needs both. */
final class SourceOptions {

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    Choices choices() {
        return rules.on(config.choices());
    }
}
