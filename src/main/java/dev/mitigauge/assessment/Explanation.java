package dev.mitigauge.assessment;

import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A document with what each of its lines was understood as: the facts that rules see, at the lines they were read from.
 *
 * @param document what is known of the document as a whole
 * @param summary how many of each fact
 * @param lines all lines in order
 */
public record Explanation(Document document, Summary summary, List<Line> lines) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** The document whose lines these are, explained by the facts that were read from it. */
    public static Explanation of(List<String> lines, List<Fact> facts) {
        return new Explaining(lines, facts).explanation();
    }

    /**
     * One line.
     *
     * @param number counted from 1
     * @param text as received, without its end
     * @param understood whether it became a fact or is known structure; true for a blank line
     * @param entry id of the innermost task or risk of several lines that it is part of, null if of none
     * @param facts facts that begin here, in the order of the reading
     */
    public record Line(
            int number,
            String text,
            boolean understood,
            @Nullable String entry,
            List<Fact> facts) {
        public Line {
            facts = List.copyOf(facts);
        }
    }

    /**
     * How many of each fact; states that do not occur are left out.
     *
     * @param unreadLines lines with text that were not understood
     * @param repeated tasks and risks that repeat another one of the same document, included in the other counts
     */
    public record Summary(
            int unreadLines,
            int sections,
            int claims,
            SortedMap<TaskState, Integer> tasks,
            SortedMap<RiskState, Integer> risks,
            SortedMap<Tense, Integer> mitigations,
            int assumptions,
            int references,
            int repeated) {
        public Summary {
            tasks = new TreeMap<>(tasks);
            risks = new TreeMap<>(risks);
            mitigations = new TreeMap<>(mitigations);
        }

        /** The counts of one kind of fact, added up. */
        public static int total(Map<?, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
