package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.RuleDescr;

/** The compiler itself gave up, which it does without a place: each rule is compiled alone to find the one that it can't bear. */
final class CompilerFailure {

    private CompilerFailure() {}

    static List<Problem> problems(List<DrlFile> files, RuntimeException thrown) {
        List<Problem> problems = new ArrayList<>();
        for (DrlFile file : files) {
            String text = file.source().text();
            for (RuleDescr rule : file.rules()) {
                int start = DrlFile.offset(rule.getStartCharacter());
                int end = Math.min(text.length(), DrlFile.offset(rule.getEndCharacter()) + 1);
                try {
                    RuleCompiler.compile(Map.of("alone.drl", DrlFile.HEADER + text.substring(start, end)));
                } catch (RuntimeException e) {
                    problems.add(file.source()
                            .problemAt(
                                    start,
                                    "rule `" + rule.getName() + "` can't be compiled: " + reason(e),
                                    "write it in a simpler way"));
                }
            }
        }
        return problems.isEmpty()
                ? List.of(new Problem("", 0, 0, "the rules can't be compiled: " + reason(thrown), null, null))
                : problems;
    }

    private static String reason(RuntimeException thrown) {
        return String.valueOf(RuleFailures.root(thrown).getMessage())
                .lines()
                .findFirst()
                .orElse("unknown");
    }
}
