package dev.mitigauge.bench.endurance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When what is done to the service.
 *
 * @param seconds how long all of it takes
 * @param end a file that ends it early as soon as it is there; nothing for none
 * @param entries by their time
 */
record Schedule(double seconds, Optional<Path> end, List<Entry> entries) {

    /** What may be done. */
    interface Action {
        void run() throws Exception;
    }

    /** Seconds from the beginning, and what is to be done then. */
    record Entry(double second, Action action) {}

    private static final int AHEAD = 3600;
    private static final int QUARTERS = 4;
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    Schedule {
        entries = entries.stream()
                .sorted(Comparator.comparingDouble(Entry::second))
                .toList();
    }

    /** All of it as often as the plan says; no steps of the clock if there are none. */
    static Schedule of(Plan plan, Hands hands) {
        double seconds = plan.length().toMillis() / 1000.0;
        double cycle = seconds / plan.cycles();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < plan.cycles(); i++) {
            cycle(entries, i * cycle, cycle, hands);
        }
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            entries.add(new Entry(seconds * (quarter / (double) QUARTERS - 0.01), hands.collector()));
        }
        return new Schedule(seconds, plan.end(), entries);
    }

    private static void cycle(List<Entry> entries, double begin, double length, Hands hands) {
        long pause = (long) (1000 * Math.min(20, length * 0.05));
        entries.add(new Entry(begin + length * 0.03, () -> hands.rules().edit("a table")));
        entries.add(new Entry(begin + length * 0.10, () -> hands.rules().edit("a DRL file")));
        entries.add(new Entry(begin + length * 0.17, hands::reconnect));
        entries.add(new Entry(begin + length * 0.23, () -> hands.rules().breakAndMend(pause)));
        entries.add(new Entry(begin + length * 0.33, () -> hands.outages().killFor(pause)));
        entries.add(new Entry(begin + length * 0.64, () -> hands.dawdle(pause)));
        entries.add(new Entry(begin + length * 0.84, () -> hands.rules().edit("a DRL file and a table")));
        entries.add(new Entry(begin + length * 0.92, hands::reconnect));
        Optional<ClockSteps> clock = hands.clock();
        clock.ifPresent(steps -> {
            entries.add(new Entry(begin + length * 0.50, () -> steps.to(AHEAD)));
            entries.add(new Entry(begin + length * 0.57, () -> steps.to(0)));
            entries.add(new Entry(begin + length * 0.72, () -> steps.to(-AHEAD)));
            entries.add(new Entry(begin + length * 0.78, () -> steps.to(0)));
        });
    }

    /** Does each in its time, or as soon as the one before it is done, and waits for the end. */
    void run() throws Exception {
        long start = System.nanoTime();
        for (Entry entry : entries) {
            sleepUntil(start, entry.second());
            if (isEnded()) {
                return;
            }
            entry.action().run();
        }
        sleepUntil(start, seconds);
    }

    private void sleepUntil(long start, double second) throws InterruptedException {
        long until = start + (long) (second * 1e9);
        while (System.nanoTime() < until && !isEnded()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(LOOK, until - System.nanoTime()));
        }
    }

    private boolean isEnded() {
        return end.filter(Files::exists).isPresent();
    }
}
