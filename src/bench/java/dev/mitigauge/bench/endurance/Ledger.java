package dev.mitigauge.bench.endurance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the service said that it keeps, and what is still to be kept because nobody knows what came of it. Used by one thread alone. */
final class Ledger {

    private final Map<Keep, String> confirmed = new HashMap<>();
    private final List<Keep> order = new ArrayList<>();
    private final Deque<Keep> unknown = new ArrayDeque<>();
    private final List<String> twice = new ArrayList<>();
    private int next;

    /** What to keep next: what failed goes first, under its key. */
    Keep next() {
        return unknown.isEmpty() ? new Keep(next++) : unknown.remove();
    }

    void confirm(Keep keep, String id) {
        String before = confirmed.putIfAbsent(keep, id);
        if (before == null) {
            order.add(keep);
        } else if (!before.equals(id)) {
            twice.add(keep.key() + " is " + before + " and " + id);
        }
    }

    void failed(Keep keep) {
        if (!confirmed.containsKey(keep)) {
            unknown.add(keep);
        }
    }

    /** What was confirmed so many before the last one. */
    Optional<Keep> recent(int back) {
        int index = order.size() - 1 - back;
        return index < 0 ? Optional.empty() : Optional.of(order.get(index));
    }

    String id(Keep keep) {
        return confirmed.getOrDefault(keep, "unknown");
    }

    boolean settled() {
        return unknown.isEmpty();
    }

    List<String> ids() {
        return List.copyOf(confirmed.values());
    }

    /** Keys under which two were kept. */
    List<String> twice() {
        return List.copyOf(twice);
    }
}
