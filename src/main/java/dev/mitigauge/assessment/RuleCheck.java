package dev.mitigauge.assessment;

import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.Stage;
import dev.mitigauge.rules.Tried;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a candidate rule set. Component names are the names of the JSON answer.
 *
 * @param valid whether it could become active
 * @param digest of the candidate
 * @param base digest of the active set that it was made of
 * @param edits what differs between the two
 * @param tried what it was tried on; nothing if it is not valid
 * @param problems all that is wrong, in order of stages, files and lines; empty if it is valid
 */
public record RuleCheck(
        boolean valid, String digest, String base, RuleSetDiff edits, Tried tried, List<Told> problems) {

    public RuleCheck {
        problems = List.copyOf(problems);
    }

    /**
     * A problem, for whoever shows it to its author.
     *
     * @param stage what found it: {@code LOAD}, {@code TEST} or {@code CERTIFY}
     * @param file path below the rules directory; empty if it concerns the set as a whole
     * @param line counted from 1; 0 if it concerns the whole file
     * @param column counted from 1; 0 if it concerns the whole line
     * @param excerpt the source line, null if there is none
     * @param caret blanks and a caret, to stand below the excerpt; null without excerpt or column
     */
    public record Told(
            Stage stage,
            String file,
            int line,
            int column,
            String message,
            @Nullable String remedy,
            @Nullable String excerpt,
            @Nullable String caret) {

        private static Told of(Stage stage, Problem problem) {
            @Nullable
            String excerpt =
                    problem.excerpt() == null ? null : problem.excerpt().replace('\t', ' ');
            boolean placed = excerpt != null && problem.column() > 0 && problem.column() <= excerpt.length() + 1;
            return new Told(
                    stage,
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    problem.message(),
                    problem.remedy(),
                    excerpt,
                    placed ? " ".repeat(problem.column() - 1) + "^" : null);
        }
    }

    static RuleCheck of(RuleTrials.Trial trial) {
        List<Told> problems = new ArrayList<>();
        if (trial.loaded() instanceof LoadedRules.Rejected rejected) {
            rejected.byStage().forEach((stage, found) -> found.forEach(each -> problems.add(Told.of(stage, each))));
        }
        return new RuleCheck(
                problems.isEmpty(),
                trial.edits().to(),
                trial.edits().from(),
                trial.edits(),
                trial.loaded() instanceof LoadedRules.Accepted accepted ? accepted.tried() : Tried.NOTHING,
                problems);
    }
}
