package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/**
 * What came of trying whether a rule set keeps to what must hold for every one: finishing a task never lowers readiness, adding a mitigation
 * never raises risk, and so on. Not a proof: so many inputs were tried, and the counter-examples found are made as small as possible.
 *
 * @param digest digest of the rule set
 * @param generated inputs that were generated
 * @param seed what they were generated from: the same seed gives the same inputs
 * @param stored facts of stored assessments that were tried besides
 * @param judgements how often the rules judged
 * @param properties what was tried, one sentence each
 * @param violations at most one for each property; empty if all hold
 * @param silent ids of the rules that no input made fire
 */
public record Certificate(
        String digest,
        int generated,
        long seed,
        int stored,
        int judgements,
        List<String> properties,
        List<Violation> violations,
        SortedSet<String> silent) {

    /** The seed of every certificate for which nobody chose another. */
    public static final long SEED = 1;

    /** Inputs that are generated if nobody says how many: enough for a command that is run by hand. */
    public static final int RUNS = 2_000;

    public Certificate {
        properties = List.copyOf(properties);
        violations = List.copyOf(violations);
    }

    /** Tries a rule set on generated inputs and on the facts of stored assessments. */
    public static Certificate of(RuleSet rules, Iterable<List<Fact>> stored) {
        return of(rules, stored, RUNS, SEED);
    }

    /**
     * Tries a rule set.
     *
     * @param stored what was read for earlier assessments, and their context
     * @param runs how many inputs to generate
     * @param seed what to generate them from
     */
    public static Certificate of(RuleSet rules, Iterable<List<Fact>> stored, int runs, long seed) {
        return of(rules, stored, runs, seed, () -> true);
    }

    /** The same, as long as there is time left: what was not tried is not counted. */
    static Certificate of(RuleSet rules, Iterable<List<Fact>> stored, int runs, long seed, BooleanSupplier inTime) {
        return new Certifying(rules, stored, runs, seed, inTime).run();
    }

    /** Whether nothing was found that must not be. */
    public boolean passed() {
        return violations.isEmpty();
    }

    /** The violations, as problems of the rule set. */
    public List<Problem> problems() {
        return violations.stream().map(Violation::problem).toList();
    }
}
