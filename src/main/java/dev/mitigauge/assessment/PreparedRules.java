package dev.mitigauge.assessment;

import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Vocabulary;
import dev.mitigauge.rules.RuleSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule set, ready to judge.
 *
 * @param rules the set
 * @param reader reads documents by its words
 * @param words names of the tables that hold these
 */
public record PreparedRules(RuleSet rules, DocumentReader reader, Set<String> words) {

    public PreparedRules {
        words = Set.copyOf(words);
    }

    /** A set and what reads by its words. */
    public static PreparedRules of(RuleSet rules, IngestSettings limits) {
        Set<String> words = new TreeSet<>();
        Vocabulary vocabulary = Vocabulary.of(name -> {
            words.add(name);
            return rules.table(name).rows();
        });
        return new PreparedRules(rules, new DocumentReader(vocabulary, limits), words);
    }

    /** Another set; if it has the same words, with the same reader, which takes far more room than the set. */
    PreparedRules like(RuleSet other, IngestSettings limits) {
        boolean same = words.stream()
                .allMatch(name ->
                        other.table(name).rows().equals(rules.table(name).rows()));
        return same ? new PreparedRules(other, reader, words) : of(other, limits);
    }
}
