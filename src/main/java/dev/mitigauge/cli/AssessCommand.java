package dev.mitigauge.cli;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Asked;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.account.Score;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.report.TextOptions;
import dev.mitigauge.rules.RuleFailure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assess}: the gate. */
@Command(
        name = "assess",
        description = {
            "Read documents, judge them by the rules and answer whether what they speak of may ship.",
            "All documents of one call are judged together: a checklist proves what a register claims."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the gate passes",
            "10:ready with conditions, and --fail-on names conditions",
            "20:not ready, and --fail-on names not-ready",
            "30:insufficient evidence, and --fail-on names insufficient-evidence",
            "64:the command line makes no sense",
            "65:a document can't be read",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:settings or rules are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge assess docs/",
            "  mitigauge assess TODO.md deferred.md --deployment instances=3",
            "  mitigauge assess - --format json < go-live.md",
            "  mitigauge assess docs/ --profile staging --fail-on not-ready,conditions",
            "  mitigauge assess docs/ --overrides . --rules /etc/mitigauge/rules",
            "  mitigauge assess docs/ --repo .",
            "  mitigauge assess docs/ --why readiness",
            "  mitigauge assess docs/ --what-if done:TODO.md:14 --what-if owner:R-7=team-edge",
            "  mitigauge assess docs/ --as-of 2026-12-31 --fail-on none --output verdict.json --format json"
        })
final class AssessCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = {
                "Documents. A directory stands for the *.md, *.markdown and *.txt files below it, hidden ones,"
                        + " node_modules, target and the like left out; - for the standard input."
            })
    private List<String> documents = new ArrayList<>();

    @Option(
            names = "--next-actions",
            paramLabel = "N",
            defaultValue = "5",
            description = "Most next actions to compute. Default: ${DEFAULT-VALUE}.")
    private String nextActions = "5";

    @Option(
            names = "--path",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Search for the shortest path to the best verdict within reach. Default: on.")
    private boolean path = true;

    @Option(
            names = "--worsens",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Look for the day on which the answer gets worse if nothing is done. Default: on.")
    private boolean worsens = true;

    @Option(
            names = "--why",
            paramLabel = "SCORE",
            split = ",",
            description = {
                "What a score is made of, by rule and by line: readiness, completion, coverage, deferred-risk, confidence or"
                        + " verdict; repeatable."
            })
    private List<String> why = new ArrayList<>();

    @Option(
            names = "--what-if",
            paramLabel = "CHANGE",
            description = {
                "What would be if something were different, such as done:ITEM or owner:ITEM=NAME; repeatable. An item is named by"
                        + " its id, by FILE:LINE or by a part of its text. Done, proven, accepted: tasks, or a section's; proven,"
                        + " resolved, mitigated, owner, review, severity, described: risks; withdrawn: claims, waivers; deployed:"
                        + " KEY=VALUE. The gate judges what would be."
            })
    private List<String> whatIf = new ArrayList<>();

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description = {
                "Checkout of the source code in which the paths, lines and commits that documents cite as proof are looked"
                        + " up, and CODEOWNERS for risks without an owner. What is committed counts; nothing is run or fetched."
            })
    private @Nullable String repo;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "LIST",
            defaultValue = FailOn.DEFAULT,
            description = {
                "Verdicts that fail the gate, separated by commas: conditions, not-ready, insufficient-evidence; or none."
                        + " Default: ${DEFAULT-VALUE}."
            })
    private String failOn = FailOn.DEFAULT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the answer to a file instead, all at once or not at all.")
    private @Nullable Path output;

    @Mixin
    private ContextOptions context = new ContextOptions();

    @Mixin
    private OverridesOption overrides = new OverridesOption();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    AssessCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        FailOn gate = FailOn.of(failOn);
        Format chosen = Format.of(format);
        OutputFile file = output == null ? null : OutputFile.at(output);
        Answer answer = assess();
        Assessment assessment = answer instanceof Answer.Simulated simulated
                ? simulated.simulation().after()
                : ((Answer.Assessed) answer).assessment();
        if (file == null) {
            terminal.answer(render(chosen, answer, terminal.text()));
        } else {
            file.write(render(chosen, answer, TextOptions.PLAIN));
            terminal.say(assessment.verdict() + ": " + assessment.reason() + "; written to " + output);
        }
        return gate.exitCode(assessment.verdict());
    }

    private static byte[] render(Format format, Answer answer, TextOptions options) {
        return answer instanceof Answer.Simulated simulated
                ? format.render(simulated.simulation(), options)
                : format.render(((Answer.Assessed) answer).assessment(), options);
    }

    private Answer assess() {
        LocalDate day = context.day();
        Choices choices = sources.choices().with("assessment.nextActions", "--next-actions", nextActions);
        var values = context.deployment();
        Path project = overrides.directory();
        List<FoundDocument> found = new DocumentFinder(terminal).find(documents);
        Workshop.Bench bench = workshop.bench(choices, project).orComplain();
        List<Input> inputs = new DocumentLoader(bench.limits(), terminal.in()).load(found);
        return made(answer(
                bench,
                new AssessmentRequest(inputs, values, day, context.profile(), List.of(), null, "cli", null, asked())
                        .lookedUpIn(repo)));
    }

    private Asked asked() {
        Set<Score> scores = EnumSet.noneOf(Score.class);
        for (String word : why) {
            scores.add(Score.of(word)
                    .orElseThrow(() -> new Complaint(
                            ExitCode.USAGE, "unknown score `" + word + "`", Nearest.remedy(word, Score.words()))));
        }
        return new Asked(path, worsens, scores, whatIf);
    }

    private static Answer answer(Workshop.Bench bench, AssessmentRequest request) {
        try {
            return bench.assessments().assess(request);
        } catch (RuleFailure e) {
            throw new Complaint(
                    ExitCode.INVALID,
                    "a rule failed: " + e.getMessage(),
                    "mend the rule; `mitigauge rules test` runs its cases");
        }
    }

    private static Answer made(Answer answer) {
        if (answer instanceof Answer.Assessed || answer instanceof Answer.Simulated) {
            return answer;
        }
        if (answer instanceof Answer.Unreadable unreadable) {
            throw new Complaint(
                    ExitCode.UNREADABLE,
                    unreadable.refusals().stream().map(Fault::of).toList());
        }
        Answer.Unacceptable unacceptable = (Answer.Unacceptable) answer;
        throw new Complaint(
                unacceptable.field().equals("checkout") ? ExitCode.UNREADABLE : ExitCode.USAGE,
                unacceptable.message(),
                unacceptable.remedy());
    }
}
