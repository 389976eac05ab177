package dev.mitigauge.rules;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which facts meet the rules: the same for the same facts, however they came. */
final class FactOrder {

    private static final Comparator<Fact> ORDER = Comparator.<Fact, String>comparing(
                    fact -> fact.getClass().getName())
            .thenComparing(Fact::source)
            .thenComparing(FactOrder::name);

    private FactOrder() {}

    static List<Fact> sorted(Collection<? extends Fact> facts) {
        List<Fact> sorted = new ArrayList<>(facts);
        sorted.sort(ORDER);
        return sorted;
    }

    private static String name(Fact fact) {
        if (fact instanceof Task task) {
            return task.id();
        } else if (fact instanceof DeferredRisk risk) {
            return risk.id();
        } else if (fact instanceof Mitigation mitigation) {
            return mitigation.id();
        } else if (fact instanceof Section section) {
            return section.id();
        } else if (fact instanceof StatusClaim claim) {
            return claim.id();
        } else if (fact instanceof Deployment deployment) {
            return deployment.key();
        } else if (fact instanceof Waiver waiver) {
            return waiver.id();
        } else if (fact instanceof Assumption assumption) {
            return assumption.mitigationId() + ' ' + assumption.key();
        }
        return fact.toString();
    }
}
