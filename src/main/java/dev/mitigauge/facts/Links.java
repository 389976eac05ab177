package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What mitigations rest on, delivered as facts: which task or risk an id or path belongs to, and how far the tasks of a topic are.
 * Rules judge it. Pure: the same facts give the same links, in any order; time grows with the number of facts, not with its square.
 */
public final class Links {

    private Links() {}

    /** The links and topic counts of these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        Map<String, Set<String>> cited = cited(facts);
        Map<String, TopicCount> topics = new TreeMap<>();
        Map<String, List<Named>> names = new HashMap<>();
        boolean mitigations = false;
        for (Fact fact : facts) {
            if (fact instanceof Task task && !task.duplicate()) {
                name(task, names);
                task.topics().forEach(topic -> topics.merge(topic, count(topic, task), Links::plus));
            } else if (fact instanceof DeferredRisk risk && !risk.duplicate()) {
                name(risk, names);
            } else if (fact instanceof Mitigation) {
                mitigations = true;
            }
        }
        List<Fact> all = new ArrayList<>();
        if (mitigations) {
            all.addAll(topics.values());
            for (Fact fact : facts) {
                if (fact instanceof Mitigation mitigation) {
                    link(mitigation, cited.getOrDefault(mitigation.id(), Set.of()), names, all);
                }
            }
        }
        return all;
    }

    private record Named(String id, boolean finished, Proof proof, SourceRef source) {}

    /** What each item names by a reference, upper-cased: ids and paths are compared without regard to case. */
    private static Map<String, Set<String>> cited(Iterable<? extends Fact> facts) {
        Map<String, Set<String>> cited = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Reference reference && reference.kind() != ReferenceKind.LINK) {
                cited.computeIfAbsent(reference.from(), from -> new TreeSet<>()).add(key(reference.target()));
            }
        }
        return cited;
    }

    private static void link(
            Mitigation mitigation, Set<String> references, Map<String, List<Named>> names, List<Fact> all) {
        Set<String> targets = new TreeSet<>(references);
        mitigation.cites().forEach(target -> targets.add(key(target)));
        for (String target : targets) {
            for (Named named : names.getOrDefault(target, List.of())) {
                if (!named.id().equals(mitigation.riskId())) {
                    all.add(new Link(
                            mitigation.id(), target, named.id(), named.finished(), named.proof(), named.source()));
                }
            }
        }
    }

    private static void name(Task task, Map<String, List<Named>> names) {
        boolean done = task.state() == TaskState.DONE;
        Named named = new Named(task.id(), done, done ? task.proof() : Proof.STATED, task.source());
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key(task.id()));
        task.files().forEach(file -> keys.add(key(file)));
        add(keys, named, names);
    }

    private static void name(DeferredRisk risk, Map<String, List<Named>> names) {
        boolean resolved = risk.state() == RiskState.RESOLVED;
        Named named = new Named(risk.id(), resolved, resolved ? Proof.REFERENCED : Proof.STATED, risk.source());
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key(risk.id()));
        risk.codes().forEach(code -> keys.add(key(code)));
        add(keys, named, names);
    }

    private static void add(Set<String> keys, Named named, Map<String, List<Named>> names) {
        keys.forEach(
                key -> names.computeIfAbsent(key, unused -> new ArrayList<>()).add(named));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static TopicCount count(String topic, Task task) {
        boolean done = task.state() == TaskState.DONE;
        boolean verified = done && task.proof() == Proof.VERIFIED;
        boolean proven = verified || (done && task.proof() == Proof.REFERENCED);
        return new TopicCount(
                topic, task.settled() ? 0 : 1, done ? 1 : 0, proven ? 1 : 0, verified ? 1 : 0, task.source());
    }

    private static TopicCount plus(TopicCount a, TopicCount b) {
        boolean bFirst = a.proven() > 0 == b.proven() > 0 ? b.source().compareTo(a.source()) < 0 : b.proven() > 0;
        return new TopicCount(
                a.topic(),
                a.open() + b.open(),
                a.finished() + b.finished(),
                a.proven() + b.proven(),
                a.verified() + b.verified(),
                bFirst ? b.source() : a.source());
    }
}
