package dev.mitigauge.rules;

import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/** Tells the author where the rule stands that failed before it could judge anything. */
final class FailedRule {

    private FailedRule() {}

    static Problem problem(List<DrlFile> files, RuleFailure failure) {
        String message = String.valueOf(failure.getMessage());
        for (DrlFile file : files) {
            for (RuleDescr rule : file.rules()) {
                if (message.contains("`" + rule.getName() + "`")) {
                    return file.source()
                            .problemAt(
                                    DrlFile.offset(rule.getStartCharacter()),
                                    message,
                                    "rules are made ready before they judge: let no constant of them take long");
                }
            }
        }
        return new Problem("", 0, 0, message, "undo the last change, then make it in smaller steps", null);
    }
}
