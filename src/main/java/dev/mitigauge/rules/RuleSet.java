package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All that stood under {@code rules/} at one moment, compiled. Immutable; any number of threads may judge at once. */
public interface RuleSet {

    /** {@code sha256:} and 64 hexadecimal digits over the names and bytes of all files. */
    String digest();

    /** The files that it was made of; none for a set that was made of none. */
    default RuleFiles files() {
        return RuleFiles.NONE;
    }

    /** Names of the profiles that the thresholds table knows, sorted. */
    Set<String> profiles();

    /** What each rule says of itself, by id. */
    List<RuleText> catalogue();

    /** All that is known of each rule, by id. */
    default List<RuleEntry> entries() {
        return List.of();
    }

    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Table table(String name);

    /**
     * Fires all rules over the given facts and their {@linkplain dev.mitigauge.facts.Counts counts}. The same facts in any order give equal
     * conclusions.
     *
     * @param facts what was read, and the context: deployment, today, waivers
     * @param profile one of {@link #profiles()}
     * @throws IllegalArgumentException if the profile is not known
     * @throws RuleFailure if a rule fails or does not end
     */
    Conclusions judge(Collection<? extends Fact> facts, String profile);

    /**
     * Judges, and tells how long each rule took; a rule set that can't tell says nothing.
     *
     * @throws IllegalArgumentException if the profile is not known
     * @throws RuleFailure if a rule fails or does not end
     */
    default Conclusions judge(Collection<? extends Fact> facts, String profile, RuleTimes times) {
        return judge(facts, profile);
    }

    /**
     * Judges, and keeps what each rule concluded on the way; dearer than {@link #judge}, which gives the same conclusions.
     *
     * @throws IllegalArgumentException if the profile is not known
     * @throws RuleFailure if a rule fails or does not end
     */
    Trace trace(Collection<? extends Fact> facts, String profile);
}
