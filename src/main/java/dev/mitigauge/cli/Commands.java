package dev.mitigauge.cli;

import dev.mitigauge.rules.RuleFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: finds the command, runs it, turns what goes wrong into a message with a remedy and an exit code. */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final int HELP_WIDTH = 100;

    private final Terminal terminal;
    private final CommandLine root;

    /**
     * @param version what {@code --version} prints behind the name
     */
    public Commands(Workshop workshop, Terminal terminal, String version) {
        this.terminal = terminal;
        this.root = new CommandLine(new Mitigauge())
                .addSubcommand(new AssessCommand(workshop, terminal))
                .addSubcommand(new ExplainCommand(workshop, terminal))
                .addSubcommand(new ServeCommand(workshop, terminal))
                .addSubcommand(new DemoCommand(workshop, terminal))
                .addSubcommand(new CommandLine(new RulesCommand())
                        .addSubcommand(new RulesCheckCommand(workshop, terminal))
                        .addSubcommand(new RulesTestCommand(workshop, terminal))
                        .addSubcommand(new RulesListCommand(workshop, terminal))
                        .addSubcommand(new RulesShowCommand(workshop, terminal))
                        .addSubcommand(new RulesCertifyCommand(workshop, terminal))
                        .addSubcommand(new RulesPreviewCommand(workshop, terminal))
                        .addSubcommand(new RulesDiffCommand(workshop, terminal))
                        .addSubcommand(new RulesHistoryCommand(workshop, terminal)))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigShowCommand(workshop, terminal))
                        .addSubcommand(new ConfigCheckCommand(workshop, terminal))
                        .addSubcommand(new ConfigSchemaCommand(workshop, terminal)))
                .addSubcommand(new HealthCommand(workshop, terminal))
                .addSubcommand(new BackupCommand(workshop, terminal))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditListCommand(workshop, terminal))
                        .addSubcommand(new AuditVerifyCommand(workshop, terminal)))
                .addSubcommand(new CommandLine(new EventsCommand())
                        .addSubcommand(new EventsListCommand(workshop, terminal))
                        .addSubcommand(new EventsRetryCommand(workshop, terminal)))
                .addSubcommand(new CommandLine(new TokenCommand())
                        .addSubcommand(new TokenCreateCommand(workshop, terminal))
                        .addSubcommand(new TokenListCommand(workshop, terminal))
                        .addSubcommand(new TokenRevokeCommand(workshop, terminal)))
                .addSubcommand(new CommandLine.HelpCommand());
        root.getCommandSpec()
                .version("mitigauge " + version)
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and exit.")
                        .build());
        helpful(root);
        root.setUsageHelpWidth(HELP_WIDTH)
                // A document may be called @anything; it is no list of arguments.
                .setExpandAtFiles(false)
                .setOut(terminal.helpWriter())
                .setErr(terminal.errWriter())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.text().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, args) -> misused(e))
                .setExecutionExceptionHandler((e, command, result) -> failed(e));
    }

    /** Runs the command that the arguments name. */
    public int run(String... arguments) {
        return root.execute(arguments);
    }

    CommandLine commandLine() {
        return root;
    }

    private static void helpful(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help and exit.")
                            .build());
        }
        command.getSubcommands().values().forEach(Commands::helpful);
    }

    private int misused(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return complain(new Complaint(ExitCode.USAGE, lowerCase(String.valueOf(e.getMessage())), remedy(e, command)));
    }

    private static String remedy(CommandLine.ParameterException e, String command) {
        String help = "`" + command + " --help` shows what it takes";
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            return near.isEmpty() ? help : "did you mean " + String.join(" or ", near) + "? " + help;
        }
        return help;
    }

    private int failed(Exception e) {
        if (e instanceof Complaint complaint) {
            return complain(complaint);
        } else if (e instanceof RuleFailure failure) {
            return complain(new Complaint(
                    ExitCode.INVALID,
                    String.valueOf(failure.getMessage()),
                    "mend the rule; `rules.judgeMillis` and `rules.maxAllocatedMegabytes` bound what rules may take"));
        }
        LOG.error("internal error", e);
        return complain(new Complaint(
                ExitCode.INTERNAL,
                "internal error: " + e,
                "report it, with the trace above and the command that you ran"));
    }

    private int complain(Complaint complaint) {
        terminal.say(complaint.faults());
        return complaint.exitCode();
    }

    /** The library's message in the form of ours: it begins small and puts what the user wrote in back-ticks. */
    private static String lowerCase(String message) {
        String quoted = message.replace('\'', '`');
        return quoted.isEmpty() ? quoted : Character.toLowerCase(quoted.charAt(0)) + quoted.substring(1);
    }
}
