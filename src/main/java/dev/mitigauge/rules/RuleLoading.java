package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One way from files to a rule set: read tables, compile, load, try. Problems of one stage are told together. */
final class RuleLoading {

    static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    private final RuleFiles files;
    private final RulesSettings settings;
    private final CodeStore store;
    private final RuleMemory memory;
    private final boolean thorough;
    private final List<Problem> problems = new ArrayList<>();

    /** @param thorough whether the compiler is asked about sound rules even if others are wrong: an author wants to hear all, a service soon */
    RuleLoading(RuleFiles files, RulesSettings settings, CodeStore store, RuleMemory memory, boolean thorough) {
        this.thorough = thorough;
        this.files = files;
        this.settings = settings;
        this.store = store;
        this.memory = memory;
    }

    LoadedRules load() {
        problems.addAll(files.problems());
        List<TableFile> tables = new ArrayList<>();
        files.texts(".csv").forEach((name, text) -> tables.add(TableFile.read(name, text)));
        tables.forEach(table -> problems.addAll(table.problems()));
        problems.addAll(TableLint.problems(tables));
        if (problems.isEmpty()) {
            problems.addAll(TableSense.problems(files.texts(".csv")));
        }
        SortedMap<String, String> texts = files.texts(".drl");
        Optional<RuleCode> code =
                memory.code(RuleCode.keys(texts)).or(() -> store.find(texts)).or(() -> compile(texts));
        return code.isPresent() && problems.isEmpty() ? activate(code.get(), texts, tables) : rejected();
    }

    /** Code of rules with which nothing is wrong; what was compiled once need not be looked at again. */
    private Optional<RuleCode> compile(SortedMap<String, String> texts) {
        Compilation compilation = new Compilation(store, memory, problems, thorough);
        Optional<Compilation.Result> result =
                CompileThread.within(settings.compileMillis(), () -> compilation.run(texts));
        if (result.isEmpty()) {
            problems.add(givenUp());
            return Optional.empty();
        }
        problems.clear();
        problems.addAll(result.get().problems());
        result.get().code().ifPresent(sound -> store.keep(texts, sound));
        return result.get().code();
    }

    private Problem givenUp() {
        return new Problem(
                "",
                0,
                0,
                "compiling the rules was given up: it took longer than " + settings.compileMillis() + " ms",
                "write the rule that was changed last in a simpler way; if the rules are that many, set rules.compileMillis higher",
                null);
    }

    private LoadedRules activate(RuleCode code, SortedMap<String, String> texts, List<TableFile> tables) {
        try {
            RuleBase base = memory.base(code, settings);
            DroolsRuleSet set = new DroolsRuleSet(files, base, tables, settings);
            tryOut(set);
            if (!problems.isEmpty()) {
                return rejected();
            }
            memory.keep(base);
            return new LoadedRules.Accepted(set);
        } catch (RuleFailure e) {
            problems.add(FailedRule.problem(DrlFile.parse(texts), e));
            return rejected();
        }
    }

    /** A set that can't judge nothing at all can't judge anything: a score that no rule computes is told now and not to a user. */
    private void tryOut(DroolsRuleSet set) {
        for (String profile : set.profiles()) {
            try {
                set.judge(List.of(), profile);
            } catch (RuleFailure e) {
                problems.add(new Problem(
                        "",
                        0,
                        0,
                        "the rules can't judge an empty document under profile `" + profile + "`: " + e.getMessage(),
                        "each score and the verdict need exactly one rule that concludes them",
                        null));
                return;
            }
        }
    }

    private LoadedRules rejected() {
        // Of a file that is no text, nothing else can be told.
        Set<String> unreadable = files.problems().stream().map(Problem::file).collect(Collectors.toSet());
        return new LoadedRules.Rejected(Stream.concat(
                        files.problems().stream(),
                        problems.stream().filter(problem -> !unreadable.contains(problem.file())))
                .sorted(BY_PLACE)
                .distinct()
                .toList());
    }
}
