package dev.mitigauge.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what items consist of, delivered as facts: the tasks below a task, the steps of a risk. Rules judge it. Pure: the same facts give
 * the same counts, in any order; time grows with the number of facts, not with its square.
 */
public final class Parts {

    private final List<Subtask> below = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<DeferredRisk> risks = new ArrayList<>();

    private Parts() {}

    /** The counts of these facts. */
    public static List<Fact> of(Iterable<? extends Fact> facts) {
        Parts parts = new Parts();
        for (Fact fact : facts) {
            if (fact instanceof Task task) {
                parts.tasks.add(task);
            } else if (fact instanceof Subtask subtask) {
                parts.below.add(subtask);
            } else if (fact instanceof DeferredRisk risk && !risk.duplicate()) {
                parts.risks.add(risk);
            }
        }
        List<Fact> all = new ArrayList<>();
        parts.parents(all);
        parts.steps(all);
        return all;
    }

    private void parents(List<Fact> all) {
        if (below.isEmpty()) {
            return;
        }
        Map<String, Task> byId = new HashMap<>();
        tasks.forEach(task -> byId.put(task.id(), task));
        Map<String, int[]> counts = new TreeMap<>();
        for (Subtask subtask : below) {
            Task task = byId.get(subtask.task());
            if (task != null && byId.containsKey(subtask.parent())) {
                int[] count = counts.computeIfAbsent(subtask.parent(), parent -> new int[2]);
                count[0]++;
                count[1] += task.settled() || task.accepted() ? 0 : 1;
            }
        }
        counts.forEach((parent, count) -> {
            Task task = byId.get(parent);
            if (task != null) {
                all.add(new ParentTask(task, count[0], count[1]));
            }
        });
    }

    private void steps(List<Fact> all) {
        if (risks.isEmpty() || tasks.isEmpty()) {
            return;
        }
        Map<String, NavigableMap<Integer, List<Task>>> byLine = new HashMap<>();
        risks.forEach(risk -> byLine.put(risk.source().document(), new TreeMap<>()));
        boolean suggested = risks.stream().anyMatch(risk -> !risk.steps().isEmpty());
        Set<String> finished = new HashSet<>();
        for (Task task : tasks) {
            NavigableMap<Integer, List<Task>> lines = byLine.get(task.source().document());
            if (lines != null) {
                lines.computeIfAbsent(task.source().line(), line -> new ArrayList<>(1))
                        .add(task);
            }
            if (suggested && task.state() == TaskState.DONE) {
                finished.add(key(task.text()));
            }
        }
        for (DeferredRisk risk : risks) {
            RiskSteps steps = steps(risk, byLine, finished);
            if (steps.total() > 0) {
                all.add(steps);
            }
        }
    }

    private static RiskSteps steps(
            DeferredRisk risk, Map<String, NavigableMap<Integer, List<Task>>> byLine, Set<String> finished) {
        int total = risk.steps().size();
        int done = 0;
        for (String step : risk.steps()) {
            done += finished.contains(key(step)) ? 1 : 0;
        }
        SourceRef lines = risk.source();
        NavigableMap<Integer, List<Task>> document = byLine.getOrDefault(lines.document(), new TreeMap<>());
        for (List<Task> within :
                document.subMap(lines.line(), true, lines.endLine(), true).values()) {
            for (Task task : within) {
                total++;
                done += task.settled() ? 1 : 0;
            }
        }
        return new RiskSteps(risk, total, done);
    }

    /** The words, without regard to case and marks. */
    private static String key(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length());
        for (int at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
            if (Character.isLetterOrDigit(lower.codePointAt(at))) {
                key.appendCodePoint(lower.codePointAt(at));
            }
        }
        return key.toString();
    }
}
