package dev.mitigauge.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The rule set of the repository, loaded once in each JVM. */
final class Rules {

    static final Path DIRECTORY = Path.of(System.getProperty("mitigauge.rules", "rules"));
    static final String PROFILE = "production";

    private Rules() {}

    static RuleSet get() {
        return Holder.RULES;
    }

    private static final class Holder {
        static final RuleSet RULES = load();

        private static RuleSet load() {
            ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
            LoadedRules loaded = new RuleSource(RulesSettings.DEFAULT).load(DIRECTORY);
            if (loaded instanceof LoadedRules.Accepted accepted) {
                return accepted.rules();
            }
            throw new IllegalStateException("rules can't be loaded: " + loaded);
        }
    }
}
