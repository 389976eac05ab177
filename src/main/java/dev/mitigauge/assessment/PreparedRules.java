package dev.mitigauge.assessment;

import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Vocabulary;
import dev.mitigauge.rules.RuleSet;

/**
 * A rule set, ready to judge.
 *
 * @param rules the set
 * @param reader reads documents by its words
 */
public record PreparedRules(RuleSet rules, DocumentReader reader) {

    /** A set and what reads by its words. */
    public static PreparedRules of(RuleSet rules, IngestSettings limits) {
        Vocabulary vocabulary = Vocabulary.of(name -> rules.table(name).rows());
        return new PreparedRules(rules, new DocumentReader(vocabulary, limits));
    }
}
