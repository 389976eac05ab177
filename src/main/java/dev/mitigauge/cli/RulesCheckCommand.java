package dev.mitigauge.cli;

import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.ProjectTables;
import dev.mitigauge.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rules check}: everything that is wrong with a rule set, where it is wrong. */
@Command(
        name = "check",
        description = {
            "Take a rule set through all stages that it passes before a service judges by it, certificate included, and"
                    + " print every problem as file:line:column: message, the line, a caret, and what to do."
                    + " Warnings are worth a look and do not fail; cases that fail are among them unless rules.requireCases is set."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rule set can be used",
            "64:the command line makes no sense",
            "66:there is no such directory",
            "70:the program is at fault",
            "78:rules or settings are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge rules check",
            "  mitigauge rules check --rules my-rules/",
            "  mitigauge rules check --overrides project/"
        })
final class RulesCheckCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Mixin
    private OverridesOption overrides = new OverridesOption();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    RulesCheckCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workshop.RulesFound found = workshop.check(sources.choices()).orComplain();
        if (found.loaded() instanceof LoadedRules.Accepted accepted) {
            List<Fault> laxer = laxer(found);
            return laxer.isEmpty()
                    ? passes(warnings(found) + ok(found, accepted.rules()))
                    : invalid(laxer, String.valueOf(overrides.directory()));
        }
        return invalid(Fault.of((LoadedRules.Rejected) found.loaded(), found.origin()), found.origin());
    }

    private List<Fault> laxer(Workshop.RulesFound found) {
        @Nullable Path project = overrides.directory();
        if (project == null) {
            return List.of();
        }
        @Nullable Path rules = found.origin().equals(Choices.BUILT_IN) ? null : Path.of(found.origin());
        try {
            return Fault.of(new LoadedRules.Rejected(ProjectTables.problems(rules, project)), project.toString());
        } catch (IOException e) {
            throw new Complaint(
                    ExitCode.UNREADABLE, "can't read `" + project + "`: " + e.getMessage(), "check the permissions");
        }
    }

    private int passes(String answer) {
        terminal.answer(answer);
        return ExitCode.PASSES;
    }

    private int invalid(List<Fault> faults, String origin) {
        terminal.answer(faults.stream().map(FaultText::of).collect(Collectors.joining())
                + Plural.of(faults.size(), "problem") + " in " + origin + "\n");
        return ExitCode.INVALID;
    }

    private static String warnings(Workshop.RulesFound found) {
        return found.warnings().stream()
                .map(warning -> "warning: " + FaultText.of(warning))
                .collect(Collectors.joining());
    }

    private static String ok(Workshop.RulesFound found, RuleSet rules) {
        return "rules ok: " + Plural.of(rules.catalogue().size(), "rule") + " in " + found.origin() + ", profiles "
                + String.join(", ", rules.profiles()) + ", " + rules.digest() + "\n";
    }
}
