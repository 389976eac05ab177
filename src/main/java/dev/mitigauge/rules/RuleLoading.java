package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/** One way from files to a rule set: read tables, parse, lint, compile, load, try. Problems of one stage are told together. */
final class RuleLoading {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    private final RuleFiles files;
    private final RulesSettings settings;
    private final List<Problem> problems = new ArrayList<>();

    RuleLoading(RuleFiles files, RulesSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    LoadedRules load() {
        List<TableFile> tables = new ArrayList<>();
        files.texts(".csv").forEach((name, text) -> tables.add(TableFile.read(name, text)));
        List<DrlFile> drls = new ArrayList<>();
        files.texts(".drl").forEach((name, text) -> drls.add(DrlFile.parse(name, text)));
        tables.forEach(table -> problems.addAll(table.problems()));
        drls.forEach(drl -> problems.addAll(drl.problems()));
        problems.addAll(TableLint.problems(tables));
        if (drls.isEmpty()) {
            problems.add(
                    new Problem("", 0, 0, "there is no rule file", "put *.drl files into the rules directory", null));
        }
        Annotations annotations = Annotations.of(drls);
        problems.addAll(annotations.problems());
        problems.addAll(DrlLimits.problems(drls));
        problems.addAll(DrlLint.problems(drls));
        return problems.isEmpty() ? compile(drls, annotations.rules(), tables) : rejected();
    }

    private LoadedRules compile(List<DrlFile> drls, List<RuleInfo> rules, List<TableFile> tables) {
        Map<String, String> texts = new LinkedHashMap<>();
        drls.forEach(drl -> texts.put(drl.source().file(), drl.compilable()));
        RuleCompiler.Outcome outcome;
        try {
            outcome = RuleCompiler.compile(texts);
        } catch (RuntimeException e) {
            problems.addAll(CompilerFailure.problems(drls, e));
            return rejected();
        }
        if (!outcome.messages().isEmpty()) {
            problems.addAll(CompileProblems.of(drls, outcome.messages()));
            return rejected();
        }
        return activate(outcome.classes(), drls, rules, tables);
    }

    /** Looks at the classes, bounds them, and only then loads them. */
    private LoadedRules activate(
            CompiledRules compiled, List<DrlFile> drls, List<RuleInfo> rules, List<TableFile> tables) {
        RuleOwners owners = RuleOwners.of(
                compiled.classes(), rules.stream().map(RuleInfo::name).collect(Collectors.toSet()));
        problems.addAll(Gate.problems(compiled, drls, owners));
        if (!problems.isEmpty()) {
            return rejected();
        }
        Guard guard = new Guard(settings, owners);
        try {
            KieBase base = guard.building(() -> KieBases.of(Weaver.woven(compiled)));
            DroolsRuleSet set = new DroolsRuleSet(files.digest(), base, rules, tables, settings, guard);
            tryOut(set);
            return problems.isEmpty() ? new LoadedRules.Accepted(set) : rejected();
        } catch (RuleFailure e) {
            problems.add(FailedRule.problem(drls, e));
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
        return new LoadedRules.Rejected(
                problems.stream().sorted(BY_PLACE).distinct().toList());
    }
}
