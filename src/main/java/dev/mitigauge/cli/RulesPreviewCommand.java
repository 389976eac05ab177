package dev.mitigauge.cli;

import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.PreviewReport;
import dev.mitigauge.assessment.Replays;
import dev.mitigauge.assessment.StoredReplays;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.report.TextOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules preview}: what a candidate would change, before it does. */
@Command(
        name = "preview",
        description = {
            "Judge projects by a candidate rule set, --rules, and by the one that it would replace, --base, on the same day"
                    + " and in the same context, and print what differs: verdicts that flip, scores that move, findings"
                    + " that appear and disappear, and the edits that did it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the projects were compared, whatever came of it",
            "64:the command line makes no sense",
            "65:no project can be read",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:settings or a rule set are invalid, or a rule of the candidate fails on a project"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge rules preview --against docs/",
            "  mitigauge rules preview --rules candidate/ --base rules/ --against portfolio/",
            "  mitigauge rules preview --rules candidate/ --against shop/ bank/ --together --profile staging",
            "  mitigauge rules preview --rules candidate/ --against stored --data /var/lib/mitigauge",
            "  mitigauge rules preview --rules candidate/ --against all/ --format markdown --output comment.md"
        })
final class RulesPreviewCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--against",
            required = true,
            arity = "1..*",
            paramLabel = "DIR|FILE|stored",
            description = {
                "Projects to judge; \"" + StoreOptions.STORED
                        + "\" for the newest assessment of each project that a service"
                        + " keeps, as it was asked then. A directory holds projects: each directory in it is one, all documents below it judged"
                        + " together, and each document that lies in it directly is one by itself. A file is a project by"
                        + " itself. Which files are documents is told by `mitigauge assess --help`."
            })
    private List<String> against = new ArrayList<>();

    @Option(names = "--together", description = "Take each directory for one project, as `mitigauge assess DIR` does.")
    private boolean together;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            description = {
                "Rule set that would be replaced, \"" + Choices.BUILT_IN
                        + "\" for the one inside the program. Default: the one"
                        + " that is judged by without --rules; the one inside the program if that is the candidate itself."
            })
    private @Nullable String base;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or markdown. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the answer to a file instead, all at once or not at all.")
    private @Nullable Path output;

    @Mixin
    private ContextOptions context = new ContextOptions();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private StoreOptions store = new StoreOptions();

    RulesPreviewCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PreviewFormat chosen = PreviewFormat.of(format);
        OutputFile file = output == null ? null : OutputFile.at(output);
        PreviewReport report = report();
        if (file == null) {
            terminal.answer(chosen.render(report, terminal.text()));
        } else {
            file.write(chosen.render(report, TextOptions.PLAIN).getBytes(StandardCharsets.UTF_8));
            terminal.say(report.headline() + "; written to " + output);
        }
        return exitCode(report);
    }

    private PreviewReport report() {
        if (base != null) {
            RulesOption.check(base);
        }
        return against.equals(List.of(StoreOptions.STORED)) ? ofStored() : ofFound();
    }

    private PreviewReport ofFound() {
        LocalDate day = context.day();
        SortedMap<String, String> values = context.deployment();
        Choices choices = rules.on(store.choices());
        List<FoundProject> projects = new ProjectFinder(new DocumentFinder(terminal), together).find(against);
        Workshop.Comparison bench = workshop.preview(choices, base).orComplain();
        checkProfile(bench);
        return compared(
                bench,
                new FoundReplays(
                        projects,
                        new DocumentLoader(bench.limits(), terminal.in()),
                        inputs -> new AssessmentRequest(
                                inputs, values, day, context.profile(), List.of(), null, "cli", 0)));
    }

    /** The documents and the context of then, so nothing may be said of it. */
    private PreviewReport ofStored() {
        List<String> said = context.given();
        if (together) {
            said.add("--together");
        }
        if (!said.isEmpty()) {
            throw new Complaint(
                    ExitCode.USAGE,
                    said.get(0) + " can't be combined with --against " + StoreOptions.STORED,
                    "leave it out: stored assessments are judged with the documents and in the context of then; a directory"
                            + " of that name is ./" + StoreOptions.STORED);
        }
        Choices choices = rules.on(store.choices());
        try (Store store = workshop.store(choices).orComplain()) {
            Replays replays = StoreFaults.orComplain(StoredReplays.of(store.history()));
            if (replays.size() == 0) {
                throw new Complaint(
                        ExitCode.UNREADABLE,
                        "no project has a stored assessment",
                        "check --data, or name documents with --against");
            }
            return compared(workshop.preview(choices, base).orComplain(), replays);
        }
    }

    private PreviewReport compared(Workshop.Comparison bench, Replays replays) {
        try (ProgressLine progress = new ProgressLine(terminal)) {
            return bench.preview().compare(replays, progress);
        }
    }

    private void checkProfile(Workshop.Comparison bench) {
        String profile = context.profile();
        if (profile != null && !bench.profiles().contains(profile)) {
            throw new Complaint(
                    ExitCode.USAGE,
                    "unknown profile `" + profile + "`",
                    "use one of "
                            + String.join(
                                    ", ", bench.profiles().stream().sorted().toList()));
        }
    }

    private static int exitCode(PreviewReport report) {
        boolean broken = report.failures().stream().anyMatch(failure -> failure.side() == PreviewReport.Side.CANDIDATE);
        if (broken) {
            return ExitCode.INVALID;
        }
        return report.projects() == 0 ? ExitCode.UNREADABLE : ExitCode.PASSES;
    }
}
