package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds statements of one item that contradict each other, delivered as facts. Pure: the same facts give the same disagreements, in any
 * order.
 */
public final class Disagreements {

    private Disagreements() {}

    /** The disagreements in these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        Map<String, Fact> first = new HashMap<>();
        List<Fact> repeated = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                note(task.duplicate(), task.id(), task, first, repeated);
            } else if (fact instanceof DeferredRisk risk) {
                note(risk.duplicate(), risk.id(), risk, first, repeated);
            }
        }
        List<Fact> all = new ArrayList<>();
        SharedIds.of(facts).forEach((later, id) -> {
            // What is finished later was open before; what is open later was reopened.
            if (first.get(id) instanceof Task before
                    && first.get(later) instanceof Task after
                    && before.settled()
                    && !after.settled()) {
                all.add(new Disagreement(before, after));
            }
        });
        for (Fact fact : repeated) {
            Fact counted = first.get(repeats(fact));
            if (counted != null && finished(fact) != finished(counted)) {
                all.add(finished(fact) ? new Disagreement(fact, counted) : new Disagreement(counted, fact));
            }
        }
        return all;
    }

    private static void note(boolean duplicate, String id, Fact fact, Map<String, Fact> first, List<Fact> repeated) {
        if (duplicate) {
            repeated.add(fact);
        } else {
            first.put(id, fact);
        }
    }

    private static String repeats(Fact fact) {
        String id = fact instanceof Task task ? task.duplicateOf() : ((DeferredRisk) fact).duplicateOf();
        return id == null ? "" : id;
    }

    private static boolean finished(Fact fact) {
        return fact instanceof Task task ? task.settled() : ((DeferredRisk) fact).state() == RiskState.RESOLVED;
    }
}
