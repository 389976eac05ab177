package dev.mitigauge.cli;

import dev.mitigauge.report.CertificateText;
import dev.mitigauge.report.RuleChecksJson;
import dev.mitigauge.rules.Certificate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules certify}: whether a rule set keeps to what must hold for every one. */
@Command(
        name = "certify",
        description = {
            "Try a rule set on generated inputs: finishing a task never lowers readiness, adding a mitigation never raises"
                    + " risk, the order of items changes nothing, and so on. Prints the smallest counter-example found for"
                    + " each, with the scores before and after and the rules that make the difference."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found that must not be",
            "64:the command line makes no sense",
            "66:there is no such directory",
            "70:the program is at fault",
            "78:there is a counter-example, or rules or settings are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge rules certify",
            "  mitigauge rules certify --rules my-rules/ --runs 20000 --seed 7",
            "  mitigauge rules certify --rules my-rules/ --against stored --data /var/lib/mitigauge",
            "  mitigauge rules certify --format json"
        })
final class RulesCertifyCommand implements Callable<Integer> {

    private static final int MOST = 10_000_000;

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + Certificate.RUNS,
            description = "How many inputs to generate, from 1. Default: ${DEFAULT-VALUE}.")
    private int runs = Certificate.RUNS;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + Certificate.SEED,
            description = "What to generate them from; the same seed gives the same inputs. Default: ${DEFAULT-VALUE}.")
    private long seed = Certificate.SEED;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--against",
            paramLabel = "WHAT",
            description = {
                "\"" + StoreOptions.STORED
                        + "\": try the newest assessment of each project besides, the latest first, as many as"
                        + " inputs are generated, but at most 1000."
            })
    private @Nullable String against;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private StoreOptions store = new StoreOptions();

    RulesCertifyCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Format chosen = Format.of(format);
        if (runs < 1 || runs > MOST) {
            throw new Complaint(
                    ExitCode.USAGE,
                    "--runs must be between 1 and " + MOST + ", but is " + runs,
                    "leave it out for " + Certificate.RUNS);
        }
        boolean stored = against != null && StoreOptions.stored(against);
        Workshop.Certified certified =
                workshop.certify(rules.on(store.choices()), runs, seed, stored).orComplain();
        if (chosen == Format.JSON) {
            terminal.answer(RuleChecksJson.renderIndented(certified.certificate()));
            terminal.answer("\n");
        } else {
            terminal.answer(CertificateText.render(certified.certificate(), certified.origin()));
        }
        return certified.certificate().passed() ? ExitCode.PASSES : ExitCode.INVALID;
    }
}
