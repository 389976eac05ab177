package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.PreviewReport.RiskMove;
import dev.mitigauge.assessment.project.AssessmentDiff.DocumentChange;
import dev.mitigauge.assessment.project.AssessmentDiff.DocumentMove;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Risks and documents of two assessments, side by side. */
final class ItemMoves {

    private ItemMoves() {}

    static List<RiskMove> risks(Assessment before, Assessment after) {
        Map<String, Double> was = residuals(before);
        Map<String, Double> is = residuals(after);
        List<RiskMove> moves = new ArrayList<>();
        for (String risk : both(was, is)) {
            @Nullable Double old = was.get(risk);
            if (old == null || !old.equals(is.get(risk))) {
                moves.add(new RiskMove(risk, old, is.get(risk)));
            }
        }
        moves.sort(Comparator.comparingDouble(ItemMoves::size).reversed().thenComparing(RiskMove::risk));
        return moves;
    }

    static List<DocumentMove> documents(Assessment before, Assessment after) {
        Map<String, String> was = digests(before);
        Map<String, String> is = digests(after);
        List<DocumentMove> moves = new ArrayList<>();
        for (String document : both(was, is)) {
            @Nullable String old = was.get(document);
            @Nullable String now = is.get(document);
            if (old == null || !old.equals(now)) {
                moves.add(new DocumentMove(document, change(old, now)));
            }
        }
        return moves;
    }

    private static DocumentChange change(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return DocumentChange.ADDED;
        }
        return after == null ? DocumentChange.REMOVED : DocumentChange.CHANGED;
    }

    private static Map<String, Double> residuals(Assessment full) {
        Map<String, Double> residuals = new TreeMap<>();
        full.deferredRisk().risks().forEach(risk -> residuals.put(risk.id(), risk.residual()));
        return residuals;
    }

    private static Map<String, String> digests(Assessment full) {
        Map<String, String> digests = new TreeMap<>();
        full.documents().forEach(document -> digests.put(document.name(), document.sha256()));
        return digests;
    }

    private static double size(RiskMove move) {
        double was = move.before() == null ? 0 : move.before();
        double is = move.after() == null ? 0 : move.after();
        return Math.abs(is - was);
    }

    private static SortedSet<String> both(Map<String, ?> some, Map<String, ?> others) {
        SortedSet<String> all = new TreeSet<>(some.keySet());
        all.addAll(others.keySet());
        return all;
    }
}
