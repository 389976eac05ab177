package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts over what was read, delivered as facts: rules judge them and need not count, which is the dear part of a rule engine's work.
 * Pure: the same facts give the same counts, in any order.
 */
public final class Counts {

    private static final Comparator<TaskGroup> ORDER = Comparator.comparing(TaskGroup::source)
            .thenComparing(group -> group.tasks().get(0).id());

    private Counts() {}

    /** The groups, section counts and environments of these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        Map<Alike, List<Task>> groups = new LinkedHashMap<>();
        Map<String, Tally> tallies = tallies(facts);
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                if (!task.duplicate()) {
                    groups.computeIfAbsent(Alike.of(task), alike -> new ArrayList<>())
                            .add(task);
                }
                Tally tally = tallies.get(task.section());
                while (tally != null) {
                    tally.add(task);
                    tally = tally.parent == null ? null : tallies.get(tally.parent);
                }
            }
        }
        List<Fact> all = new ArrayList<>();
        groups.entrySet().stream()
                .map(group -> group.getKey().group(group.getValue()))
                .sorted(ORDER)
                .forEach(all::add);
        tallies.values().stream()
                .filter(tally -> tally.total > 0)
                .map(Tally::count)
                .forEach(all::add);
        all.addAll(environments(facts).values());
        return all;
    }

    private static SortedMap<String, NamedEnvironment> environments(Iterable<? extends Fact> facts) {
        SortedMap<String, NamedEnvironment> environments = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Section section && section.environment() != null) {
                NamedEnvironment named = new NamedEnvironment(section.environment(), 1, section.source());
                environments.merge(named.environment(), named, Counts::plus);
            }
        }
        return environments;
    }

    private static NamedEnvironment plus(NamedEnvironment a, NamedEnvironment b) {
        SourceRef first = a.source().compareTo(b.source()) <= 0 ? a.source() : b.source();
        return new NamedEnvironment(a.environment(), a.sections() + b.sections(), first);
    }

    /** Nothing counted yet, for each section and document by its id or name. */
    private static Map<String, Tally> tallies(Iterable<? extends Fact> facts) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Section section) {
                String parent = section.parent();
                String enclosing = parent == null ? section.source().document() : parent;
                tallies.put(section.id(), new Tally(section.id(), section.title(), enclosing, section.source()));
            } else if (fact instanceof Document document) {
                tallies.put(document.name(), new Tally(document.name(), null, null, document.source()));
            }
        }
        return tallies;
    }

    /** What was counted so far in a section. */
    private static final class Tally {
        private final String section;
        private final @Nullable String title;
        private final @Nullable String parent;
        private final SourceRef source;
        private int total;
        private int done;
        private int accepted;
        private int openCritical;

        Tally(String section, @Nullable String title, @Nullable String parent, SourceRef source) {
            this.section = section;
            this.title = title;
            this.parent = parent;
            this.source = source;
        }

        void add(Task task) {
            total++;
            done += task.settled() ? 1 : 0;
            accepted += !task.settled() && task.accepted() ? 1 : 0;
            boolean critical = task.tier() == Tier.CRITICAL || task.must();
            openCritical += critical && !task.accepted() && task.state() != TaskState.DONE ? 1 : 0;
        }

        SectionCount count() {
            return new SectionCount(section, title, total, done, total - done, accepted, openCritical, source);
        }
    }

    private record Alike(String document, Tier tier, boolean must, TaskState state, Proof proof, boolean accepted) {

        static Alike of(Task task) {
            return new Alike(task.document(), task.tier(), task.must(), task.state(), task.proof(), task.accepted());
        }

        TaskGroup group(List<Task> tasks) {
            return new TaskGroup(document, tier, must, state, proof, accepted, tasks);
        }
    }
}
