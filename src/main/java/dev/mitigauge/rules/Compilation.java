package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One way from the texts of rule files to code: parse, lint, compile, look at the classes. Problems of one stage are told together. */
final class Compilation {

    private final CodeStore store;
    private final RuleMemory memory;
    private final boolean thorough;
    private final List<Problem> problems;

    /**
     * What came of it.
     *
     * @param code empty if anything is wrong, here or before
     * @param problems all, those of before among them
     */
    record Result(Optional<RuleCode> code, List<Problem> problems) {
        Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Of a rule set.
     *
     * @param before what is known to be wrong with the set already
     * @param thorough whether the compiler is asked about sound rules even if others are wrong: an author wants to hear all, a service soon
     */
    Compilation(CodeStore store, RuleMemory memory, List<Problem> before, boolean thorough) {
        this.store = store;
        this.memory = memory;
        this.problems = new ArrayList<>(before);
        this.thorough = thorough;
    }

    Result run(SortedMap<String, String> texts) {
        SortedMap<String, RuleUnit> units = known(texts);
        SortedMap<String, String> looked = new TreeMap<>(texts);
        if (!thorough) {
            // What was sound once still is; only names and ids are looked at across files.
            looked.keySet().removeAll(units.keySet());
        }
        List<DrlFile> drls = DrlFile.parse(looked);
        drls.forEach(drl -> problems.addAll(drl.problems()));
        if (texts.isEmpty()) {
            problems.add(
                    new Problem("", 0, 0, "there is no rule file", "put *.drl files into the rules directory", null));
        }
        Annotations annotations = Annotations.of(drls, rulesBeside(looked.keySet(), units));
        problems.addAll(annotations.problems());
        problems.addAll(DrlLimits.problems(drls));
        problems.addAll(DrlLint.problems(drls));
        problems.addAll(NeverFires.contradictions(drls));
        boolean sound = problems.isEmpty();
        for (RuleUnit made : made(fresh(sound ? drls : rest(drls), units), annotations.rules())) {
            units.put(made.file(), made);
        }
        return problems.isEmpty()
                ? new Result(Optional.of(new RuleCode(List.copyOf(units.values()))), problems)
                : new Result(Optional.empty(), problems);
    }

    /** Files whose code is there already, by their names. */
    private SortedMap<String, RuleUnit> known(SortedMap<String, String> texts) {
        SortedMap<String, RuleUnit> known = new TreeMap<>();
        texts.forEach((name, text) -> {
            String key = RuleUnit.key(name, text);
            memory.unit(key).or(() -> store.unit(key)).ifPresent(unit -> known.put(name, unit));
        });
        return known;
    }

    private static List<RuleInfo> rulesBeside(Set<String> files, SortedMap<String, RuleUnit> units) {
        return units.entrySet().stream()
                .filter(unit -> !files.contains(unit.getKey()))
                .flatMap(unit -> unit.getValue().rules().stream())
                .toList();
    }

    /** Rules that are sound beside others that are not: the compiler may have something to say of them. */
    private List<DrlFile> rest(List<DrlFile> drls) {
        return thorough ? SoundRest.of(drls, problems) : List.of();
    }

    private static List<DrlFile> fresh(List<DrlFile> drls, SortedMap<String, RuleUnit> units) {
        return drls.stream()
                .filter(drl -> !units.containsKey(drl.source().file()))
                .toList();
    }

    /** Units of these files, looked at; none if something is wrong with one. Compiles the rules that are not known. */
    private List<RuleUnit> made(List<DrlFile> drls, List<RuleInfo> infos) {
        List<FileEdit> edits = drls.stream()
                .map(drl -> FileEdit.of(drl, memory.file(drl.source().file())))
                .toList();
        Optional<List<RuleLot>> lots = compiled(
                edits.stream().filter(FileEdit::isFresh).map(FileEdit::rest).toList());
        return lots.map(made ->
                        edits.stream().map(edit -> edit.unit(made, infos)).toList())
                .orElse(List.of());
    }

    private Optional<List<RuleLot>> compiled(List<DrlFile> drls) {
        if (drls.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            RuleCompiler.Outcome outcome = RuleCompiler.compile(DrlFile.compilable(drls));
            if (outcome.messages().isEmpty()) {
                return allowed(drls, outcome.classes());
            }
            problems.addAll(CompileProblems.of(drls, outcome.messages()));
        } catch (RuntimeException e) {
            problems.addAll(CompilerFailure.problems(drls, e));
        }
        return Optional.empty();
    }

    private Optional<List<RuleLot>> allowed(List<DrlFile> drls, CompiledRules classes) {
        List<RuleLot> lots = drls.stream().map(drl -> RuleLot.of(drl, classes)).toList();
        List<Problem> breaches = Gate.problems(lots, drls);
        problems.addAll(breaches);
        return breaches.isEmpty() ? Optional.of(lots) : Optional.empty();
    }
}
