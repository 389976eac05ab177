package dev.mitigauge.assessment;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one document beside its lines. Reads nothing a second time. */
final class Explaining {

    private final List<String> lines;
    private final List<Fact> facts;
    private final Document document;

    Explaining(List<String> lines, List<Fact> facts) {
        this.lines = lines;
        this.facts = facts;
        this.document = all(Document.class).get(0);
    }

    Explanation explanation() {
        boolean[] unread = unread();
        @Nullable String[] entries = entries();
        Map<Integer, List<Fact>> beginning = beginning();
        List<Explanation.Line> explained = new ArrayList<>(lines.size());
        int unreadLines = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean blank = lines.get(i - 1).isBlank();
            boolean understood = blank || !unread[i];
            unreadLines += understood ? 0 : 1;
            explained.add(new Explanation.Line(
                    i, lines.get(i - 1), understood, entries[i], beginning.getOrDefault(i, List.of())));
        }
        return new Explanation(document, summary(unreadLines), explained);
    }

    private boolean[] unread() {
        boolean[] unread = new boolean[lines.size() + 1];
        for (SourceRef source : document.unread()) {
            for (int i = source.line(); i <= last(source); i++) {
                unread[i] = true;
            }
        }
        return unread;
    }

    /** For each line the shortest entry around it: of a task below a task, the task below. */
    private @Nullable String[] entries() {
        @Nullable String[] entries = new @Nullable String[lines.size() + 1];
        int[] length = new int[lines.size() + 1];
        for (Fact fact : facts) {
            String id = fact instanceof Task task ? task.id() : fact instanceof DeferredRisk risk ? risk.id() : null;
            int size = fact.source().endLine() - fact.source().line();
            for (int i = fact.source().line(); id != null && size > 0 && i <= last(fact.source()); i++) {
                if (entries[i] == null || size < length[i]) {
                    entries[i] = id;
                    length[i] = size;
                }
            }
        }
        return entries;
    }

    private int last(SourceRef source) {
        return Math.min(source.endLine(), lines.size());
    }

    private Map<Integer, List<Fact>> beginning() {
        Map<Integer, List<Fact>> beginning = new HashMap<>();
        for (Fact fact : facts) {
            if (!(fact instanceof Document)) {
                beginning
                        .computeIfAbsent(fact.source().line(), line -> new ArrayList<>())
                        .add(fact);
            }
        }
        return beginning;
    }

    private Explanation.Summary summary(int unreadLines) {
        List<Task> tasks = all(Task.class);
        List<DeferredRisk> risks = all(DeferredRisk.class);
        long repeated = tasks.stream().filter(Task::duplicate).count()
                + risks.stream().filter(DeferredRisk::duplicate).count();
        return new Explanation.Summary(
                unreadLines,
                all(Section.class).size(),
                all(StatusClaim.class).size(),
                counted(tasks, Task::state),
                counted(risks, DeferredRisk::state),
                counted(all(Mitigation.class), Mitigation::tense),
                all(Assumption.class).size(),
                all(Reference.class).size(),
                (int) repeated);
    }

    private static <T, S extends Comparable<S>> SortedMap<S, Integer> counted(List<T> all, Function<T, S> state) {
        SortedMap<S, Integer> counts = new TreeMap<>();
        all.forEach(each -> counts.merge(state.apply(each), 1, Integer::sum));
        return counts;
    }

    private <T extends Fact> List<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
