package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What mitigations rest on, delivered as facts: which task or risk an id or path belongs to, and how far the tasks of a topic are.
 * Rules judge it. Pure: the same facts give the same links, in any order; time grows with the number of facts, not with its square.
 */
public final class Links {

    private Links() {}

    /** The links, topic counts and waived tasks of these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        List<Fact> all = new ArrayList<>();
        Set<String> waived = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Waiver waiver && waiver.item() != null) {
                waived.add(waiver.item());
            }
        }
        addLinks(facts, all);
        if (!waived.isEmpty()) {
            addWaived(facts, waived, all);
        }
        return all;
    }

    private static void addWaived(Iterable<? extends Fact> facts, Set<String> waived, List<Fact> all) {
        for (Fact fact : facts) {
            if (fact instanceof Task task && waived.contains(task.id())) {
                all.add(new WaivedTask(task.id(), task.source()));
            }
        }
    }

    private static void addLinks(Iterable<? extends Fact> facts, List<Fact> all) {
        SortedMap<String, TopicCount> topics = new TreeMap<>();
        Map<Mitigation, Set<String>> targets = targets(facts);
        Map<String, Set<Named>> named = named(targets);
        Map<String, Task> counted = counted(facts, named);
        Map<String, String> shared = named.isEmpty() ? Map.of() : SharedIds.of(facts);
        for (Fact fact : facts) {
            if (fact instanceof Task task && task.duplicate()) {
                repeat(task, counted, named);
            } else if (fact instanceof Task task) {
                name(task, shared.get(task.id()), named);
                task.topics().forEach(topic -> topics.merge(topic, count(topic, task), Links::plus));
            } else if (fact instanceof DeferredRisk risk && !risk.duplicate()) {
                name(risk, named);
            }
        }
        all.addAll(topics.values());
        targets.forEach((mitigation, its) -> its.forEach(target -> link(mitigation, target, named, all)));
    }

    private record Named(String id, boolean finished, Proof proof, SourceRef source) {}

    /** What each mitigation names, by itself or by a reference, upper-cased: ids and paths are compared without regard to case. */
    private static Map<Mitigation, Set<String>> targets(Iterable<? extends Fact> facts) {
        Map<String, Set<String>> cited = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Reference reference && reference.kind() != ReferenceKind.LINK) {
                cited.computeIfAbsent(reference.from(), from -> new TreeSet<>()).add(key(reference.target()));
            }
        }
        Map<Mitigation, Set<String>> targets = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Mitigation mitigation) {
                Set<String> its = new TreeSet<>(cited.getOrDefault(mitigation.id(), Set.of()));
                mitigation.cites().forEach(target -> its.add(key(target)));
                targets.put(mitigation, its);
            }
        }
        return targets;
    }

    /** Room for what bears the names that are asked for. Nothing else is worth a look: most names are asked for by nobody. */
    private static Map<String, Set<Named>> named(Map<Mitigation, Set<String>> targets) {
        Map<String, Set<Named>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        targets.values().forEach(its -> its.forEach(target -> named.put(target, new LinkedHashSet<>())));
        return named;
    }

    private static void link(Mitigation mitigation, String target, Map<String, Set<Named>> all, List<Fact> links) {
        for (Named named : all.getOrDefault(target, Set.of())) {
            if (!named.id().equals(mitigation.riskId())) {
                links.add(
                        new Link(mitigation.id(), target, named.id(), named.finished(), named.proof(), named.source()));
            }
        }
    }

    private static Named named(Task task) {
        boolean done = task.state() == TaskState.DONE;
        return new Named(task.id(), done, done ? task.proof() : Proof.STATED, task.source());
    }

    /** @param shared the id that its document gives it, if another task bears it as well; else null */
    private static void name(Task task, @Nullable String shared, Map<String, Set<Named>> all) {
        if (all.isEmpty()) {
            return;
        }
        Named named = named(task);
        add(task.id(), named, all);
        if (shared != null) {
            add(shared, named, all);
        }
        task.files().forEach(file -> add(file, named, all));
    }

    /** Tasks by id, if anybody is asked for. */
    private static Map<String, Task> counted(Iterable<? extends Fact> facts, Map<String, Set<Named>> named) {
        Map<String, Task> counted = new HashMap<>();
        if (!named.isEmpty()) {
            for (Fact fact : facts) {
                if (fact instanceof Task task && !task.duplicate()) {
                    counted.put(task.id(), task);
                }
            }
        }
        return counted;
    }

    /** Whoever cites one statement of a task rests on the one that counts: a tick that is reopened elsewhere holds nothing. */
    private static void repeat(Task task, Map<String, Task> counted, Map<String, Set<Named>> all) {
        Task first = all.isEmpty() ? null : counted.get(task.duplicateOf());
        if (first != null) {
            add(task.id(), named(first), all);
            task.files().forEach(file -> add(file, named(first), all));
        }
    }

    private static void name(DeferredRisk risk, Map<String, Set<Named>> all) {
        boolean resolved = risk.state() == RiskState.RESOLVED;
        Named named = new Named(risk.id(), resolved, resolved ? Proof.REFERENCED : Proof.STATED, risk.source());
        add(risk.id(), named, all);
        risk.codes().forEach(code -> add(code, named, all));
    }

    private static void add(String name, Named named, Map<String, Set<Named>> all) {
        Set<Named> same = all.get(name);
        if (same != null) {
            same.add(named);
        }
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
