package dev.mitigauge.app;

import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Overrides;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.nio.file.Path;
import java.util.List;

/**
 * A rule set with the tables of a project that asks for more.
 *
 * @param rules the organisation's
 * @param project tables of the project
 * @param directory where these are, as people name it
 */
record StricterRules(RuleFiles rules, RuleFiles project, Path directory) {

    /** Both together; what is wrong is told where it stands. */
    Outcome<RuleSet> load(RuleSource source, String origin) {
        Overrides both = Overrides.apply(rules, project);
        if (!both.problems().isEmpty()) {
            return new Outcome.Invalid<>(Fault.of(new LoadedRules.Rejected(both.problems()), directory.toString()));
        }
        LoadedRules loaded = source.load(both.files());
        return loaded instanceof LoadedRules.Accepted accepted
                ? new Outcome.Made<>(accepted.rules())
                : new Outcome.Invalid<>(faults((LoadedRules.Rejected) loaded, origin));
    }

    /** A line of a table that both make is a line of neither. */
    private List<Fault> faults(LoadedRules.Rejected rejected, String origin) {
        return rejected.problems().stream()
                .map(problem -> project.names().contains(problem.file())
                        ? new Fault(directory + "/" + problem.file(), 0, 0, problem.message(), problem.remedy(), null)
                        : Fault.of(problem, origin))
                .toList();
    }
}
