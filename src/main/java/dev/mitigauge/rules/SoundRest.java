package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Rule files without the rules with which something is wrong already: so that the compiler is asked about all others, and an author reads of
 * all mistakes at once.
 */
final class SoundRest {

    private SoundRest() {}

    /** What is left; not files that can't be parsed, with a mistake outside of rules, or without a rule that is left. */
    static List<DrlFile> of(List<DrlFile> files, List<Problem> problems) {
        List<DrlFile> rest = new ArrayList<>();
        for (DrlFile file : files) {
            List<Problem> own = problems.stream()
                    .filter(problem -> problem.file().equals(file.source().file()))
                    .toList();
            List<RuleDescr> wrong = file.rules().stream()
                    .filter(rule -> own.stream().anyMatch(problem -> within(file, rule, problem)))
                    .toList();
            boolean inside =
                    own.stream().allMatch(problem -> wrong.stream().anyMatch(rule -> within(file, rule, problem)));
            boolean left = inside && wrong.size() < file.rules().size();
            if (left) {
                rest.add(file.without(wrong));
            }
        }
        return rest.stream().filter(file -> file.problems().isEmpty()).toList();
    }

    private static boolean within(DrlFile file, RuleDescr rule, Problem problem) {
        int at = file.source().offsetOfLine(problem.line()) + Math.max(problem.column() - 1, 0);
        return at >= DrlFile.start(rule) && at <= file.end(rule);
    }
}
