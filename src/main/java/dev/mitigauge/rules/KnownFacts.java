package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: what was read for assessments that are stored, so that rules are tried on what people really write. */
@FunctionalInterface
public interface KnownFacts {

    /** Nothing is stored. */
    KnownFacts NONE = most -> Known.NOTHING;

    /**
     * For each assessment, the latest first: what was read, and its context.
     *
     * @param most most assessments, from 0
     */
    Known latest(int most);

    /**
     * What is known.
     *
     * @param facts of each assessment
     * @param missing why nothing is known although something may be stored, lower case, without full stop; null if nothing is missing
     */
    record Known(List<List<Fact>> facts, @Nullable String missing) {

        /** Nothing, and nothing is missing. */
        public static final Known NOTHING = new Known(List.of(), null);

        public Known {
            facts = List.copyOf(facts);
        }
    }
}
