package dev.mitigauge.bench.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When something was done to the service, and when its store was away; seconds since the beginning. From whatever thread. */
final class Timeline {

    /** Something that was done at a time. */
    record Mark(double second, Deed deed) {}

    /** From the moment that the store was killed until the service used it again. */
    private record Outage(double from, double until) {}

    private volatile long start = System.nanoTime();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    /** The beginning is now. */
    void begin() {
        start = System.nanoTime();
    }

    /** Seconds since the beginning. */
    double now() {
        return at(System.nanoTime());
    }

    /** What that is in seconds since the beginning, of {@link System#nanoTime}. */
    double at(long nanos) {
        return (nanos - start) / 1e9;
    }

    /** Something is done now. */
    synchronized void mark(Deed deed, String how) {
        marks.add(new Mark(now(), deed));
        tell(how);
    }

    /** Something is to be seen by whoever waits for the end. */
    void tell(String what) {
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", now(), what);
    }

    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }

    synchronized void storeGoes() {
        outages.add(new Outage(now(), Double.MAX_VALUE));
    }

    synchronized void storeIsBack() {
        Outage last = outages.remove(outages.size() - 1);
        outages.add(new Outage(last.from(), now()));
    }

    /** Whether the store was away in some part of that time. */
    synchronized boolean away(double from, double until) {
        return outages.stream().anyMatch(outage -> outage.from() <= until && from <= outage.until());
    }
}
