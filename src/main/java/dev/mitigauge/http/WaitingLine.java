package dev.mitigauge.http;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work that waits for threads, bounded: callers take turns, however much each of them sent. */
final class WaitingLine {

    /** Stands for the service itself, whose work gives way to nobody. */
    static final String SERVICE = "";

    /**
     * Work that waits.
     *
     * @param caller who sent it
     * @param displaced called instead if another caller's work takes its place
     */
    record Waiting(String caller, Runnable work, Runnable displaced) {}

    private final int places;
    private final Map<String, Deque<Waiting>> callers = new LinkedHashMap<>();
    private int size;
    private int working;

    /** @param places for work that waits or is worked on */
    WaitingLine(int places) {
        this.places = places;
    }

    /** False if there is no place left. */
    synchronized boolean add(Waiting work) {
        if (size + working >= places) {
            return false;
        }
        put(work);
        return true;
    }

    /** Takes the place of the last work of whoever has the most waiting; empty, and nothing taken, if that is no more than its own. */
    synchronized Optional<Waiting> displace(Waiting work) {
        Optional<Deque<Waiting>> most = callers.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(SERVICE))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(Deque::size));
        if (most.isEmpty() || most.get().size() <= 1 + waiting(work.caller())) {
            return Optional.empty();
        }
        Waiting last = most.get().removeLast();
        size--;
        put(work);
        return Optional.of(last);
    }

    /** The next work, of the caller whose turn it is; its thread says {@link #done} afterwards. Null if all of it was taken back. */
    synchronized @Nullable Waiting next() {
        if (callers.isEmpty()) {
            return null;
        }
        String caller = callers.keySet().iterator().next();
        Deque<Waiting> its = callers.remove(caller);
        Waiting first = its.removeFirst();
        if (!its.isEmpty()) {
            callers.put(caller, its); // behind all others
        }
        size--;
        working++;
        return first;
    }

    synchronized void done() {
        working--;
    }

    /** Takes work back; false if it waits no longer. */
    synchronized boolean remove(Waiting work) {
        Deque<Waiting> its = callers.get(work.caller());
        if (its == null || !its.remove(work)) {
            return false;
        }
        if (its.isEmpty()) {
            callers.remove(work.caller());
        }
        size--;
        return true;
    }

    synchronized int size() {
        return size;
    }

    private void put(Waiting work) {
        callers.computeIfAbsent(work.caller(), caller -> new ArrayDeque<>()).add(work);
        size++;
    }

    private int waiting(String caller) {
        Deque<Waiting> its = callers.get(caller);
        return its == null ? 0 : its.size();
    }
}
