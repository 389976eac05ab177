package dev.mitigauge.rules;

import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Runs the cases that stand beside rules, and tells which rules no case covers. */
public final class RuleTests {

    private RuleTests() {}

    /**
     * What came of a rule set's cases.
     *
     * @param problems what is wrong with rules, tables or case files; if the rules don't load, no case ran
     * @param results each case, in order of files and lines
     * @param coverage each rule, by id
     */
    public record Report(List<Problem> problems, List<CaseResult> results, SortedMap<String, Coverage> coverage) {

        /** Whether everything loads, every case passes and every rule that makes findings has both kinds of cases. */
        public boolean passed() {
            return problems.isEmpty()
                    && results.stream().allMatch(CaseResult::passed)
                    && coverage.values().stream().allMatch(Coverage::sufficient);
        }
    }

    /** All that {@link Report#passed} objects to, each at its place. */
    public static List<Problem> objections(Report report) {
        List<Problem> objections = new ArrayList<>(report.problems());
        report.results().forEach(result -> result.failures()
                .forEach(failure -> objections.add(new Problem(
                        result.file(),
                        result.line(),
                        0,
                        "case `" + result.name() + "` fails: " + failure,
                        "correct the rule, or the case if it is outdated",
                        null))));
        report.coverage().values().stream()
                .filter(rule -> !rule.sufficient())
                .forEach(rule -> objections.add(new Problem(
                        "",
                        0,
                        0,
                        "rule " + rule.rule() + " has no case in which it "
                                + (rule.firing() == 0 ? "fires" : "stays quiet"),
                        "add one to the *.cases.yaml beside the rule",
                        null)));
        return objections;
    }

    /**
     * What came of one case.
     *
     * @param file name of its file
     * @param line its first line
     * @param name its sentence
     * @param failures what was expected and what came instead, one sentence each; empty if it passed
     * @param given the facts, as a case has them; empty if it passed
     * @param expected what the case expects, as JSON
     * @param got verdict, scores and findings that came out; empty if it passed, or if the rules failed
     * @param fired ids of the rules that fired, and how often
     */
    public record CaseResult(
            String file,
            int line,
            String name,
            List<String> failures,
            String given,
            String expected,
            String got,
            SortedMap<String, Integer> fired) {

        /** Whether all came out as expected. */
        public boolean passed() {
            return failures.isEmpty();
        }
    }

    /**
     * How the cases cover one rule.
     *
     * @param rule its id
     * @param finds whether it makes findings
     * @param firing cases in which it must fire and does
     * @param quiet cases in which it must stay quiet and does
     */
    public record Coverage(String rule, boolean finds, int firing, int quiet) {

        /** A rule that makes findings needs a case of each kind; a helper must fire somewhere. */
        public boolean sufficient() {
            return firing > 0 && (quiet > 0 || !finds);
        }
    }

    /** Loads a directory's rules and runs its cases. */
    public static Report run(Path directory, RuleSource source) {
        try {
            return run(RuleFiles.read(directory), source);
        } catch (IOException e) {
            Problem problem = new Problem(
                    directory.toString(),
                    0,
                    0,
                    "can't be read: " + e.getMessage(),
                    "name a directory that holds *.drl and tables/",
                    null);
            return new Report(List.of(problem), List.of(), new TreeMap<>());
        }
    }

    /** Runs the cases of the rule set that ships with the product. */
    public static Report runBuiltIn(RuleSource source) {
        try {
            return run(RuleSource.builtIn(), source);
        } catch (IOException e) {
            Problem problem = new Problem("rules", 0, 0, "can't be read: " + e.getMessage(), null, null);
            return new Report(List.of(problem), List.of(), new TreeMap<>());
        }
    }

    static Report run(RuleFiles files, RuleSource source) {
        return run(source.load(files));
    }

    /** Runs the cases of a rule set that was loaded. */
    public static Report run(LoadedRules loaded) {
        return run(loaded, () -> true);
    }

    /** The same, as long as there is time left: that cases were left out is a problem. */
    static Report run(LoadedRules loaded, BooleanSupplier inTime) {
        if (loaded instanceof LoadedRules.Accepted accepted && accepted.rules() instanceof DroolsRuleSet rules) {
            return new Run(rules, inTime).run(rules.files());
        }
        List<Problem> problems = loaded instanceof LoadedRules.Rejected rejected ? rejected.problems() : List.of();
        return new Report(problems, List.of(), new TreeMap<>());
    }

    private static final class Run {
        private final DroolsRuleSet rules;
        private final BooleanSupplier inTime;
        private final Map<String, Boolean> finds = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<CaseResult> results = new ArrayList<>();
        private final Map<String, Integer> firing = new HashMap<>();
        private final Map<String, Integer> quiet = new HashMap<>();
        private int leftOut;

        Run(DroolsRuleSet rules, BooleanSupplier inTime) {
            this.inTime = inTime;
            this.rules = rules;
            rules.infos().forEach(info -> finds.put(info.text().id(), info.finds()));
        }

        Report run(RuleFiles files) {
            files.texts(".cases.yaml").forEach((name, text) -> {
                CaseFile file = CaseFile.read(name, text);
                problems.addAll(file.problems());
                file.cases().forEach(this::runInTime);
            });
            if (leftOut > 0) {
                problems.add(Stage.outOfTime("run " + leftOut + " of the cases"));
                return new Report(problems, results, new TreeMap<>());
            }
            SortedMap<String, Coverage> coverage = new TreeMap<>();
            for (RuleInfo info : rules.infos()) {
                String id = info.text().id();
                coverage.put(id, new Coverage(id, info.finds(), firing.getOrDefault(id, 0), quiet.getOrDefault(id, 0)));
            }
            return new Report(problems, results, coverage);
        }

        private void runInTime(RuleCase example) {
            if (inTime.getAsBoolean()) {
                run(example);
            } else {
                leftOut++;
            }
        }

        private void run(RuleCase example) {
            try {
                Conclusions got = rules.judge(example.facts(), example.profile());
                Expectations expectations = new Expectations(example, got, finds);
                expectations.check();
                cover(example, got);
                boolean passed = expectations.failures().isEmpty();
                results.add(result(example, expectations.failures(), passed ? "" : Came.out(got), got.firings()));
            } catch (RuleFailure | IllegalArgumentException e) {
                results.add(result(example, List.of(String.valueOf(e.getMessage())), "", new TreeMap<>()));
            }
        }

        /** Nobody reads what was given to a case that passed, and writing it down takes longer than judging it. */
        private static CaseResult result(
                RuleCase example, List<String> failures, String got, SortedMap<String, Integer> fired) {
            return new CaseResult(
                    example.file(),
                    example.line(),
                    example.name(),
                    failures,
                    failures.isEmpty() ? "" : CaseText.of(example.facts(), example.profile()),
                    example.expect().toString(),
                    got,
                    fired);
        }

        /** A helper counts as covered wherever it fires; a rule that finds, only where a case names it. */
        private void cover(RuleCase example, Conclusions got) {
            got.firings().keySet().stream().filter(id -> !finds(id)).forEach(id -> firing.merge(id, 1, Integer::sum));
            for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> entry :
                    example.expect().properties()) {
                String id = entry.getKey();
                if (finds(id)) {
                    boolean found = got.findings().stream().map(Finding::rule).anyMatch(id::equals);
                    boolean expected = !Expectations.quiet(entry.getValue());
                    if (found && expected) {
                        firing.merge(id, 1, Integer::sum);
                    } else if (!found && !expected) {
                        quiet.merge(id, 1, Integer::sum);
                    }
                }
            }
        }

        private boolean finds(String id) {
            return finds.getOrDefault(id, false);
        }
    }
}
