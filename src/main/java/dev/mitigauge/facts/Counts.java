package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts over what was read, delivered as facts: rules judge them and need not count, which is the dear part of a rule engine's work.
 * Pure: the same facts give the same counts, in any order.
 */
public final class Counts {

    private Counts() {}

    /** The groups and section counts of these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        Map<Alike, TaskGroup> groups = new TreeMap<>();
        Map<String, SectionCount> counts = new LinkedHashMap<>();
        Map<String, String> parents = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Section section) {
                parents.put(
                        section.id(),
                        section.parent() == null ? section.source().document() : section.parent());
                counts.put(section.id(), new SectionCount(section.id(), 0, 0, 0, 0, 0, section.source()));
            } else if (fact instanceof Document document) {
                counts.put(document.name(), new SectionCount(document.name(), 0, 0, 0, 0, 0, document.source()));
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                if (!task.duplicate()) {
                    groups.merge(Alike.of(task), group(task), Counts::plus);
                }
                add(task, counts, parents);
            }
        }
        List<Fact> all = new ArrayList<>(groups.values());
        counts.values().stream().filter(count -> count.total() > 0).forEach(all::add);
        return all;
    }

    private static void add(Task task, Map<String, SectionCount> counts, Map<String, String> parents) {
        @Nullable String section = task.section();
        while (section != null) {
            counts.computeIfPresent(section, (id, count) -> plus(count, task));
            section = parents.get(section);
        }
    }

    private static SectionCount plus(SectionCount count, Task task) {
        boolean open = !task.settled();
        boolean critical = open && !task.accepted() && (task.tier() == Tier.CRITICAL || task.must());
        return new SectionCount(
                count.section(),
                count.total() + 1,
                count.done() + (open ? 0 : 1),
                count.open() + (open ? 1 : 0),
                count.accepted() + (open && task.accepted() ? 1 : 0),
                count.openCritical() + (critical ? 1 : 0),
                count.source());
    }

    private static TaskGroup plus(TaskGroup a, TaskGroup b) {
        SourceRef first = a.source().compareTo(b.source()) <= 0 ? a.source() : b.source();
        return new TaskGroup(a.tier(), a.state(), a.proof(), a.accepted(), a.count() + b.count(), first);
    }

    private static TaskGroup group(Task task) {
        return new TaskGroup(task.tier(), task.state(), task.proof(), task.accepted(), 1, task.source());
    }

    private record Alike(Tier tier, TaskState state, Proof proof, boolean accepted) implements Comparable<Alike> {

        static Alike of(Task task) {
            return new Alike(task.tier(), task.state(), task.proof(), task.accepted());
        }

        @Override
        public int compareTo(Alike other) {
            int byTier = tier.compareTo(other.tier);
            int byState = byTier != 0 ? byTier : state.compareTo(other.state);
            int byProof = byState != 0 ? byState : proof.compareTo(other.proof);
            return byProof != 0 ? byProof : Boolean.compare(accepted, other.accepted);
        }
    }
}
