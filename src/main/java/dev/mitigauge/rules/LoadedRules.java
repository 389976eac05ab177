package dev.mitigauge.rules;

import java.util.List;

/** What came of loading a rule set: a set that works, or all that is wrong with it. */
public sealed interface LoadedRules {

    /** A set that compiled and holds together. */
    record Accepted(RuleSet rules) implements LoadedRules {}

    /** Everything that is wrong; never empty. */
    record Rejected(List<Problem> problems) implements LoadedRules {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
