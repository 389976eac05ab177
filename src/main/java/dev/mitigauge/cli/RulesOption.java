package dev.mitigauge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rule set: an option of every command that judges by one. */
final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = {
                "Rule set to judge by. Default: the setting paths.rules, else rules/ in the working directory if it"
                        + " exists, else the copy inside the program, which \"" + Choices.BUILT_IN
                        + "\" chooses always."
            })
    private @Nullable String rules;

    /** What else was chosen, and the rule set. */
    Choices on(Choices others) {
        if (rules != null) {
            check(rules);
        }
        return others.with("paths.rules", "--rules", rules);
    }

    /** Ends the command if that is no place of a rule set. */
    static void check(String rules) {
        if (!rules.equals(Choices.BUILT_IN) && !Files.isDirectory(Path.of(rules))) {
            throw new Complaint(
                    ExitCode.NO_SUCH_FILE,
                    "no such rules directory: `" + rules + "`",
                    "name a directory that holds *.drl and tables/, or " + Choices.BUILT_IN);
        }
    }
}
