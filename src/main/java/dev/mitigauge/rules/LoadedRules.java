package dev.mitigauge.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of loading a rule set: a set that works, or all that is wrong with it. */
public sealed interface LoadedRules {

    /**
     * A set that compiled and holds together.
     *
     * @param tried what else it passed
     */
    record Accepted(RuleSet rules, Tried tried) implements LoadedRules {

        /** A set of which nothing else was asked. */
        public Accepted(RuleSet rules) {
            this(rules, Tried.NOTHING);
        }
    }

    /** Everything that is wrong, by the stage that found it; never empty. */
    record Rejected(SortedMap<Stage, List<Problem>> byStage) implements LoadedRules {
        public Rejected {
            SortedMap<Stage, List<Problem>> copy = new TreeMap<>();
            byStage.forEach((stage, problems) -> copy.put(stage, List.copyOf(problems)));
            byStage = Collections.unmodifiableSortedMap(copy);
        }

        /** What is wrong with a set that can't be loaded. */
        public Rejected(List<Problem> problems) {
            this(new TreeMap<>(Map.of(Stage.LOAD, problems)));
        }

        /** All of it, in order of the stages. */
        public List<Problem> problems() {
            return byStage.values().stream().flatMap(List::stream).toList();
        }
    }
}
