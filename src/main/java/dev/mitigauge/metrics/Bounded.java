package dev.mitigauge.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Meters by label set: made at first use, kept for ever, never more than so many.
 *
 * @param <K> label set
 * @param <M> kind of meter
 */
final class Bounded<K, M> {

    private final int most;
    private final Function<K, M> make;
    private final K rest;
    private final ConcurrentMap<K, M> meters = new ConcurrentHashMap<>();

    /**
     * No meters yet.
     *
     * @param most most meters, the one for the rest not counted
     * @param rest label set under which all go for which there is no room
     * @param make registers the meter of a label set
     */
    Bounded(int most, K rest, Function<K, M> make) {
        this.most = most;
        this.make = make;
        this.rest = rest;
    }

    M of(K labels) {
        M known = meters.get(labels);
        return known == null ? added(labels) : known;
    }

    private synchronized M added(K labels) {
        boolean room = meters.containsKey(labels) || meters.size() < most;
        return meters.computeIfAbsent(room ? labels : rest, make);
    }
}
