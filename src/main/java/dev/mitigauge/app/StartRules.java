package dev.mitigauge.app;

import dev.mitigauge.rules.KnownFacts;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.util.List;

/**
 * What a service starts with.
 *
 * @param rules the set to judge by
 * @param location where the rules are that it shall follow
 * @param source what loads changes of them, and asks a certificate of each
 * @param problems why those can't be used and {@code rules} is an older set; empty if they can be used
 * @param inDirectory digest of the set that stands there; of the older set if that can't be used
 */
record StartRules(RuleSet rules, RuleLocation location, RuleSource source, List<Problem> problems, String inDirectory) {
    StartRules {
        problems = List.copyOf(problems);
    }

    /** A start with the rules of the location, or with an older set if there are problems. */
    StartRules(RuleSet rules, RuleLocation location, RuleSource source, List<Problem> problems) {
        this(rules, location, source, problems, rules.digest());
    }

    /**
     * The same location, but another set to judge by.
     *
     * @param lastThere digest of the set that was the last sound one there
     */
    StartRules overruledBy(RuleSet other, String lastThere) {
        return new StartRules(other, location, source, problems, lastThere);
    }

    /** The same, but changes are tried on what is stored besides. */
    StartRules knowing(KnownFacts stored) {
        return new StartRules(rules, location, source.knowing(stored), problems, inDirectory);
    }

    /** Whether the set to judge by is that of the location. */
    boolean followsDirectory() {
        return !stale() && rules.digest().equals(inDirectory);
    }

    boolean stale() {
        return !problems.isEmpty();
    }
}
