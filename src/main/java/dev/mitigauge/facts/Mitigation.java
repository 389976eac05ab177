package dev.mitigauge.facts;

import java.util.List;
import java.util.Set;

/**
 * Something that is said to make a risk smaller.
 *
 * @param id unique within an assessment: the risk's id, {@code /m}, a number
 * @param riskId id of the risk
 * @param text the words
 * @param tense whether it works now
 * @param kind in which way it helps
 * @param topics topics that it touches, names from the topics table
 * @param cites ids, paths and issues that it names as its proof
 * @param source its lines
 */
public record Mitigation(
        String id,
        String riskId,
        String text,
        Tense tense,
        MitigationKind kind,
        Set<String> topics,
        List<String> cites,
        SourceRef source)
        implements Fact {

    public Mitigation {
        topics = Set.copyOf(topics);
        cites = List.copyOf(cites);
    }

    /** The same, working now. */
    public Mitigation inPlace() {
        return new Mitigation(id, riskId, text, Tense.IN_PLACE, kind, topics, cites, source);
    }
}
