package dev.mitigauge.bench.endurance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of requests in a while, and in all. Used by one thread alone. */
final class Tally {

    private static final int EXAMPLES = 20;

    /** Of a while. */
    record Window(int sent, Map<Outcome, Integer> outcomes, double median, double slowest99, double slowest) {

        Window {
            outcomes = Map.copyOf(outcomes);
        }

        int of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    private final Times allTimes = new Times();
    private final Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
    private final List<String> examples = new ArrayList<>();
    private Times times = new Times();
    private Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int sent;

    void sent() {
        sent++;
    }

    /** @param millis since it was due */
    void answered(double millis) {
        times.add(millis);
        allTimes.add(millis);
        count(Outcome.ANSWERED);
    }

    void failed(Outcome outcome, String how) {
        count(outcome);
        if (outcome == Outcome.WRONG && examples.size() < EXAMPLES) {
            examples.add(how);
        }
    }

    /** What came since this was asked last. */
    Window take() {
        Window window = new Window(sent, outcomes, times.quantile(0.5), times.quantile(0.99), times.quantile(1));
        sent = 0;
        times = new Times();
        outcomes = new EnumMap<>(Outcome.class);
        return window;
    }

    Times times() {
        return allTimes;
    }

    int of(Outcome outcome) {
        return all.getOrDefault(outcome, 0);
    }

    /** Some of what went wrong. */
    List<String> examples() {
        return List.copyOf(examples);
    }

    private void count(Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        all.merge(outcome, 1, Integer::sum);
    }
}
