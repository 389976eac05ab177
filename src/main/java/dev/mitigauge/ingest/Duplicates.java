package dev.mitigauge.ingest;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the same item once, wherever it is restated. Of several statements of a task the least finished one counts, so that a stale tick
 * elsewhere hides nothing; of several statements of a risk the fullest one; else the first in document order. The order in which documents
 * were given plays no part.
 */
final class Duplicates {

    private Duplicates() {}

    /** The same facts, with repetitions marked, and without what hangs on repeated risks. */
    static List<Fact> mark(List<Fact> facts) {
        Map<Print, Task> tasks = new HashMap<>(facts.size() * 2);
        Map<String, DeferredRisk> risks = new HashMap<>();
        Map<String, Integer> weight = weights(facts);
        Map<String, String> named = named(facts);
        int telling = 0;
        for (Fact fact : facts) {
            if (fact instanceof Task task && Fingerprint.isTelling(task.fingerprint())) {
                telling++;
                tasks.merge(new Print(task.fingerprint()), task, (a, b) -> TASKS.compare(a, b) <= 0 ? a : b);
            } else if (fact instanceof DeferredRisk risk && isTelling(risk)) {
                telling++;
                risks.merge(key(risk, named), risk, (a, b) -> fuller(a, b, weight));
            }
        }
        if (tasks.size() + risks.size() == telling) {
            return facts;
        }
        Set<String> repeated = new HashSet<>();
        List<Fact> marked = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                Task first = tasks.getOrDefault(new Print(task.fingerprint()), task);
                marked.add(first.id().equals(task.id()) ? task : task.repeating(first.id()));
            } else if (fact instanceof DeferredRisk risk) {
                DeferredRisk first = isTelling(risk) ? risks.getOrDefault(key(risk, named), risk) : risk;
                boolean repeats = !first.id().equals(risk.id());
                marked.add(repeats ? risk.repeating(first.id()) : risk);
                if (repeats) {
                    repeated.add(risk.id());
                }
            } else {
                marked.add(fact);
            }
        }
        if (!repeated.isEmpty()) {
            marked.removeIf(fact -> hangsOn(fact, repeated));
        }
        return marked;
    }

    private static final Comparator<Task> TASKS = Comparator.comparing(Task::settled)
            .thenComparing(Task::source, SourceRef::compareTo)
            .thenComparing(Task::id);

    /** A formal id names a risk by itself; an issue number may stand for several, so there the title must agree. */
    private static String key(DeferredRisk risk) {
        int space = risk.fingerprint().indexOf(' ');
        boolean formal = space > 0 && Ids.isId(risk.fingerprint(), 0, space);
        return formal ? risk.fingerprint().substring(0, space) : risk.fingerprint();
    }

    /** Two words tell risks of one register apart; across documents it takes more. */
    private static boolean isTelling(DeferredRisk risk) {
        return risk.fingerprint().indexOf(' ') > 0 || Fingerprint.isTelling(risk.fingerprint());
    }

    /** The key, by which an entry without an id and one with an id and the same title are the same, as far as the title tells. */
    private static String key(DeferredRisk risk, Map<String, String> named) {
        String key = key(risk);
        if (!key.equals(risk.fingerprint())) {
            return key;
        }
        String formal = named.get(risk.document() + "|" + key);
        if (formal != null) {
            return formal;
        }
        return Fingerprint.isTelling(key) ? key : risk.document() + "|" + key;
    }

    /** Formal ids by document and title. */
    private static Map<String, String> named(List<Fact> facts) {
        Map<String, String> named = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof DeferredRisk risk && !key(risk).equals(risk.fingerprint())) {
                named.put(
                        risk.document() + "|"
                                + risk.fingerprint()
                                        .substring(key(risk).length())
                                        .strip(),
                        key(risk));
            }
        }
        return named;
    }

    private static Map<String, Integer> weights(List<Fact> facts) {
        Map<String, Integer> weights = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation) {
                weights.merge(mitigation.riskId(), 1, Integer::sum);
            }
        }
        return weights;
    }

    private static DeferredRisk fuller(DeferredRisk a, DeferredRisk b, Map<String, Integer> mitigations) {
        int byFields = Integer.compare(fields(b, mitigations), fields(a, mitigations));
        if (byFields != 0) {
            return byFields < 0 ? a : b;
        }
        boolean aResolved = a.state() == RiskState.RESOLVED;
        if (aResolved != (b.state() == RiskState.RESOLVED)) {
            return aResolved ? b : a;
        }
        int bySource = a.source().compareTo(b.source());
        return bySource < 0 || (bySource == 0 && a.id().compareTo(b.id()) <= 0) ? a : b;
    }

    private static int fields(DeferredRisk risk, Map<String, Integer> mitigations) {
        int fields = mitigations.getOrDefault(risk.id(), 0) + risk.steps().size();
        fields += risk.error() == null ? 0 : 1;
        fields += risk.reason() == null ? 0 : 1;
        fields += risk.owner() == null ? 0 : 1;
        fields += risk.file() == null ? 0 : 1;
        return fields;
    }

    private static boolean hangsOn(Fact fact, Set<String> repeated) {
        if (fact instanceof Mitigation mitigation) {
            return repeated.contains(mitigation.riskId());
        }
        if (fact instanceof Assumption assumption) {
            return repeated.contains(assumption.riskId());
        }
        return fact instanceof Reference reference && repeated.contains(reference.from());
    }
}
