package dev.mitigauge.cli;

import dev.mitigauge.assessment.Assessments;
import dev.mitigauge.assessment.Explanations;
import dev.mitigauge.assessment.Preview;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.Certificate;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.RuleTests;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Port: what the commands need made for them, by whoever wires the program together. */
public interface Workshop {

    /** The settings in force, in the order of the settings file. */
    Outcome<List<Setting>> settings(Choices choices);

    /** A JSON schema of the settings file. */
    String settingsSchema();

    /** Where a service with these settings is reached from this machine. */
    Outcome<Reached> reached(Choices choices);

    /**
     * All that it takes to assess.
     *
     * @param overrides directory with the stricter tables of a project, null for none
     */
    Outcome<Bench> bench(Choices choices, @Nullable Path overrides);

    /** The rule set, if it can be loaded, whether or not it may become active. */
    Outcome<RulesFound> rules(Choices choices);

    /** The rule set with all that keeps a service from judging by it, cases and certificate included. */
    Outcome<RulesFound> check(Choices choices);

    /** The rule set's own cases, run. */
    Outcome<CasesRun> runCases(Choices choices);

    /**
     * The certificate of the rule set.
     *
     * @param runs how many inputs to generate
     * @param seed what to generate them from
     * @param stored whether to try as many stored assessments besides
     */
    Outcome<Certified> certify(Choices choices, int runs, long seed, boolean stored);

    /**
     * All that it takes to compare a candidate, the rule set that the choices name, with another.
     *
     * @param base directory of the other, {@value Choices#BUILT_IN} for the one inside the program; null for the one that is judged by
     *     without any choice, or for the one inside the program if that is the candidate itself
     */
    Outcome<Comparison> preview(Choices choices, @Nullable String base);

    /**
     * What differs between two rule sets, each a directory, {@value Choices#BUILT_IN}, or the digest of one that is kept; neither needs to
     * be sound.
     */
    Outcome<RuleSetDiff> diff(Choices choices, String from, String to);

    /** What a service keeps, which may run meanwhile; whoever asks closes it. */
    Outcome<Store> store(Choices choices);

    /** The service, started. */
    Outcome<Service> serve(Choices choices);

    /** A copy of the store, which services may use meanwhile. */
    Outcome<BackedUp> backup(Choices choices, Path target);

    /** A new token in the store. */
    Outcome<TokenSecret> createToken(Choices choices, NewToken asked);

    /** All tokens of the store by name, those that count no more as well. */
    Outcome<List<Token>> tokens(Choices choices);

    /** The token of that name, revoked. */
    Outcome<Token> revokeToken(Choices choices, String name);

    /**
     * A token to be made.
     *
     * @param projects where it counts, null for everywhere
     * @param expires from when on it counts for nothing, null for never
     */
    record NewToken(
            String name,
            Set<Role> roles,
            @Nullable SortedSet<String> projects,
            @Nullable Instant expires) {

        public NewToken {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * A setting and where its value came from.
     *
     * @param key such as {@code http.port}
     * @param value as the settings file would write it
     * @param origin file and line, environment variable, option, or {@code default}
     */
    record Setting(String key, String value, String origin) {}

    /**
     * A place to assess at.
     *
     * @param assessments the use case
     * @param explanations how documents are read there
     * @param limits what it reads at most
     */
    record Bench(Assessments assessments, Explanations explanations, IngestSettings limits) {}

    /**
     * A place to compare rule sets at.
     *
     * @param preview the use case
     * @param profiles those that the base knows
     * @param limits what it reads at most
     */
    record Comparison(Preview preview, Set<String> profiles, IngestSettings limits) {
        public Comparison {
            profiles = Set.copyOf(profiles);
        }
    }

    /**
     * A rule set that was looked for.
     *
     * @param origin directory that it was loaded from, {@value Choices#BUILT_IN} for the one inside the program
     * @param loaded what came of loading it
     * @param warnings what is worth a look although it can be used
     */
    record RulesFound(String origin, LoadedRules loaded, List<Fault> warnings) {
        public RulesFound {
            warnings = List.copyOf(warnings);
        }

        /** The rules, or the end of the command with {@link ExitCode#INVALID}. */
        RuleSet accepted() {
            if (loaded instanceof LoadedRules.Accepted accepted) {
                return accepted.rules();
            }
            throw new Complaint(ExitCode.INVALID, Fault.of((LoadedRules.Rejected) loaded, origin));
        }
    }

    /**
     * A rule set that was tried.
     *
     * @param origin directory that it was loaded from, {@value Choices#BUILT_IN} for the one inside the program
     * @param certificate what came of it
     */
    record Certified(String origin, Certificate certificate) {}

    /**
     * What came of the cases of a rule set.
     *
     * @param origin directory that it was loaded from, {@value Choices#BUILT_IN} for the one inside the program
     * @param problems what is wrong with case files, and rules that lack a case
     * @param report the cases and what came of each
     */
    record CasesRun(String origin, List<Fault> problems, RuleTests.Report report) {
        public CasesRun {
            problems = List.copyOf(problems);
        }

        /** How many problems there are and how many cases failed. */
        int failures() {
            return problems.size()
                    + (int) report.results().stream()
                            .filter(result -> !result.passed())
                            .count();
        }
    }

    /**
     * A copy of a store.
     *
     * @param projects how many projects it holds
     * @param assessments how many assessments it holds
     * @param bytes its size
     */
    record BackedUp(int projects, int assessments, long bytes) {}

    /** The running service. */
    interface Service extends AutoCloseable {

        /** Where it listens, such as {@code http://127.0.0.1:8080}. */
        URI address();

        /** Waits until it has stopped. */
        void awaitStop() throws InterruptedException;

        /** Stops it once the requests in flight are answered. */
        @Override
        void close();
    }

    /**
     * Where a service is.
     *
     * @param address of its root
     * @param certificate PEM file of what it proves itself by, null for plain HTTP
     */
    record Reached(URI address, @Nullable Path certificate) {}
}
