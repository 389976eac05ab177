package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

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
        List<DrlFile> drls = DrlFile.parse(texts);
        drls.forEach(drl -> problems.addAll(drl.problems()));
        if (drls.isEmpty()) {
            problems.add(
                    new Problem("", 0, 0, "there is no rule file", "put *.drl files into the rules directory", null));
        }
        Annotations annotations = Annotations.of(drls);
        problems.addAll(annotations.problems());
        problems.addAll(DrlLimits.problems(drls));
        problems.addAll(DrlLint.problems(drls));
        problems.addAll(NeverFires.contradictions(drls));
        if (problems.isEmpty()) {
            return new Result(code(drls, annotations), problems);
        }
        List<DrlFile> rest = thorough ? SoundRest.of(drls, problems) : List.of();
        if (!rest.isEmpty()) {
            code(rest, annotations);
        }
        return new Result(Optional.empty(), problems);
    }

    /** Code that was looked at, all of it; empty if something is wrong with it. Compiles what is not known. */
    private Optional<RuleCode> code(List<DrlFile> drls, Annotations annotations) {
        Map<String, RuleUnit> known = known(drls);
        List<DrlFile> fresh = drls.stream()
                .filter(drl -> !known.containsKey(drl.source().file()))
                .toList();
        return compiled(fresh)
                .map(classes -> {
                    fresh.forEach(drl ->
                            known.put(drl.source().file(), RuleUnit.of(drl.source(), classes, annotations.rules())));
                    return new RuleCode(drls.stream()
                            .map(drl -> Objects.requireNonNull(
                                    known.get(drl.source().file())))
                            .toList());
                })
                .filter(code -> allowed(code, drls));
    }

    /** Files whose code is there already, by their names. */
    private Map<String, RuleUnit> known(List<DrlFile> drls) {
        Map<String, RuleUnit> known = new HashMap<>();
        for (DrlFile drl : drls) {
            String key = RuleUnit.key(drl.source().file(), drl.source().text());
            memory.unit(key)
                    .or(() -> store.unit(key))
                    .ifPresent(unit -> known.put(drl.source().file(), unit));
        }
        return known;
    }

    private Optional<CompiledRules> compiled(List<DrlFile> drls) {
        if (drls.isEmpty()) {
            return Optional.of(CompiledRules.of(List.of()));
        }
        try {
            RuleCompiler.Outcome outcome = RuleCompiler.compile(DrlFile.compilable(drls));
            if (outcome.messages().isEmpty()) {
                return Optional.of(outcome.classes());
            }
            problems.addAll(CompileProblems.of(drls, outcome.messages()));
        } catch (RuntimeException e) {
            problems.addAll(CompilerFailure.problems(drls, e));
        }
        return Optional.empty();
    }

    private boolean allowed(RuleCode code, List<DrlFile> drls) {
        List<Problem> breaches = Gate.problems(code, drls);
        problems.addAll(breaches);
        return breaches.isEmpty();
    }
}
