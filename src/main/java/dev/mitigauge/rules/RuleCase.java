package dev.mitigauge.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.SourceRef;
import java.util.List;

/**
 * An example beside the rules: what is given and what the rules must make of it.
 *
 * @param file name of its file
 * @param line its first line
 * @param name the sentence after {@code case:}
 * @param facts what is given
 * @param profile the profile that it is judged under
 * @param expect what must come out, as written
 */
record RuleCase(String file, int line, String name, List<Fact> facts, String profile, JsonNode expect) {

    /** What to call an item of a finding: the id of the fact that stands at these lines. */
    String idAt(SourceRef source) {
        return facts.stream()
                .filter(fact -> fact.source().equals(source))
                .map(Items::id)
                .filter(id -> !id.isEmpty())
                .sorted()
                .findFirst()
                .orElse(source.at());
    }
}
