package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.PreviewReport.FindingMove;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings of two assessments, side by side. Between them the documents were edited, so a finding is the same if one rule makes it about a
 * line with the same text, wherever that line went; of lines with one text, the first is held against the first.
 */
final class FindingMoves {

    private record Place(String rule, String document, String text, int occurrence) {}

    private record At(Finding finding, SourceRef source) {}

    private static final Comparator<FindingMove> WORST_FIRST = Comparator.comparing(FindingMoves::worst)
            .thenComparing(FindingMove::rule)
            .thenComparing(FindingMove::source)
            .thenComparing(FindingMove::message);

    private FindingMoves() {}

    static List<FindingMove> between(Assessment before, Assessment after) {
        Map<Place, At> was = places(before);
        Map<Place, At> is = places(after);
        List<FindingMove> moves = new ArrayList<>();
        was.forEach((place, old) -> {
            @Nullable At now = is.get(place);
            if (now == null) {
                moves.add(move(old, old.finding().level(), null));
            } else if (now.finding().level() != old.finding().level()) {
                moves.add(move(now, old.finding().level(), now.finding().level()));
            }
        });
        is.forEach((place, now) -> {
            if (!was.containsKey(place)) {
                moves.add(move(now, null, now.finding().level()));
            }
        });
        moves.sort(WORST_FIRST);
        return moves;
    }

    private static Map<Place, At> places(Assessment assessment) {
        Map<String, Integer> lines = new HashMap<>();
        assessment.documents().forEach(document -> lines.put(document.name(), document.lines()));
        Map<Place, At> places = new LinkedHashMap<>();
        Map<Place, Integer> seen = new HashMap<>();
        for (Finding finding : assessment.findings()) {
            List<SourceRef> sources = finding.sources().isEmpty() ? List.of(SourceRef.CONTEXT) : finding.sources();
            for (SourceRef source : sources) {
                Place first = new Place(finding.rule(), source.document(), text(source, lines), 0);
                int occurrence = seen.merge(first, 1, Integer::sum);
                places.put(
                        new Place(first.rule(), first.document(), first.text(), occurrence), new At(finding, source));
            }
        }
        return places;
    }

    /** What is about a whole document stays about it, however the document begins. */
    private static String text(SourceRef source, Map<String, Integer> lines) {
        boolean whole = source.line() == 1 && source.endLine() == lines.getOrDefault(source.document(), 0);
        return whole ? "" : source.excerpt();
    }

    private static FindingMove move(At at, @Nullable Level before, @Nullable Level after) {
        Finding finding = at.finding();
        return new FindingMove(finding.rule(), finding.title(), before, after, finding.message(), at.source());
    }

    private static Level worst(FindingMove move) {
        Level was = move.before() == null ? Level.NOTE : move.before();
        Level is = move.after() == null ? Level.NOTE : move.after();
        return was.compareTo(is) <= 0 ? was : is;
    }
}
