package dev.mitigauge.cli;

import dev.mitigauge.assessment.kept.ProjectName;
import dev.mitigauge.assessment.kept.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token create}: a new token, shown this once. */
@Command(
        name = "create",
        description = {
            "Create a token and print it. It is shown this once and kept as a hash: who loses it needs another.",
            "From the first token on the service answers nobody without one; see also --role."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the token is made",
            "64:the command line makes no sense",
            "66:there is no such file or directory",
            "70:the program is at fault",
            "78:the settings are invalid, or there is no store, or another token has that name"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mitigauge token create --name ci --role assess --data /var/lib/mitigauge",
            "  mitigauge token create --name shop-lead --role read --role projects:write --project shop",
            "  mitigauge token create --name rules-desk --role rules:write --role read --expires 2027-01-01"
        })
final class TokenCreateCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@:/-]{0,99}");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What people call it; unique.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = {
                "What its bearer may do, may be given several times: assess (have documents judged), read (what is kept),"
                        + " projects:write (details and waivers of projects),"
                        + " rules:write (try, activate and roll back rules), admin (all of it)."
            })
    private List<String> roles = List.of();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description =
                    "Project to which assess, read and projects:write are confined, may be given several times. Default: all.")
    private List<String> projects = List.of();

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            description = "First day on which it counts for nothing, such as 2027-01-01 (UTC). Default: never.")
    private @Nullable String expires;

    @Mixin
    private StoreOptions store = new StoreOptions();

    TokenCreateCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw misuse(
                    "--name must be 1 to 100 letters, digits, blanks or ._@:/-, but is `" + name + "`",
                    "name it after its bearer, such as ci or rules-desk");
        }
        Workshop.NewToken asked = new Workshop.NewToken(name, roles(), projects(), expires());
        terminal.answer(
                workshop.createToken(store.choices(), asked).orComplain().reveal() + "\n");
        terminal.say("keep it safe, it is not shown again; send it as `Authorization: Bearer …`");
        return ExitCode.PASSES;
    }

    private Set<Role> roles() {
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (String role : roles) {
            found.add(Role.of(role)
                    .orElseThrow(() -> misuse("unknown role `" + role + "`", Nearest.remedy(role, ROLES))));
        }
        return found;
    }

    private @Nullable SortedSet<String> projects() {
        if (projects.isEmpty()) {
            return null;
        }
        for (String project : projects) {
            if (!ProjectName.fits(project)) {
                throw misuse(
                        "--project must be " + ProjectName.WORDS + ", but is `" + project + "`",
                        "name a project as its address does");
            }
        }
        if (roles().contains(Role.RULES_WRITE) || roles().contains(Role.ADMIN)) {
            throw misuse(
                    "rules:write and admin concern all projects, so --project does not confine them",
                    "create two tokens, or leave --project out");
        }
        return new TreeSet<>(projects);
    }

    private @Nullable Instant expires() {
        if (expires == null) {
            return null;
        }
        try {
            return LocalDate.parse(expires).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw misuse("--expires must be a day, but is `" + expires + "`", "write it as 2027-01-01");
        }
    }

    private static Complaint misuse(String message, String remedy) {
        return new Complaint(ExitCode.USAGE, message, remedy);
    }
}
