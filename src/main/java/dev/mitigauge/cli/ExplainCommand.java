package dev.mitigauge.cli;

import dev.mitigauge.assessment.Explained;
import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.ingest.Input;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: what each line of a document was understood as. */
@Command(
        name = "explain",
        description = {
            "Print a document with what each line was understood as: the facts that the rules see, and ? at lines that were"
                    + " not understood. Shows why a verdict came out, and what to write more plainly."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the document was read, however little of it was understood",
            "64:the command line makes no sense",
            "65:the document can't be read",
            "66:there is no such file",
            "70:the program is at fault",
            "78:settings or rules are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge explain TODO.md",
            "  mitigauge explain deferred.md --format json",
            "  mitigauge explain TODO.md --repo .",
            "  mitigauge explain - --rules my-rules/ < go-live.md"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Workshop workshop;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE|-", description = "The document; - for the standard input.")
    private String document = "-";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description =
                    "Checkout of the source code in which the paths and commits that the document cites are looked up.")
    private @Nullable String repo;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    ExplainCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Format chosen = Format.of(format);
        Choices choices = sources.choices();
        FoundDocument found = one(new DocumentFinder(terminal).find(List.of(document)));
        Workshop.Bench bench = workshop.bench(choices, null).orComplain();
        Input input = new DocumentLoader(bench.limits(), terminal.in())
                .load(List.of(found))
                .get(0);
        terminal.answer(chosen.render(read(bench.explanations().explain(input, repo)), terminal.text()));
        return ExitCode.PASSES;
    }

    private FoundDocument one(List<FoundDocument> found) {
        if (found.size() != 1) {
            String some =
                    found.stream().limit(3).map(each -> "`" + each.name() + "`").collect(Collectors.joining(", "));
            throw new Complaint(
                    ExitCode.USAGE,
                    "one document is explained at a time, but `" + document + "` holds " + found.size(),
                    "name one of them, such as " + some);
        }
        return found.get(0);
    }

    private static Explanation read(Explained explained) {
        if (explained instanceof Explained.NotLookedUp refused) {
            throw new Complaint(ExitCode.UNREADABLE, refused.message(), refused.remedy());
        }
        if (explained instanceof Explained.Unreadable unreadable) {
            throw new Complaint(
                    ExitCode.UNREADABLE,
                    unreadable.refusals().stream().map(Fault::of).toList());
        }
        return ((Explained.Read) explained).explanation();
    }
}
