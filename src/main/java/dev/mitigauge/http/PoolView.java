package dev.mitigauge.http;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A pool of threads, to be looked at while the service runs.
 *
 * @param name a word
 * @param size how many threads it has
 * @param capacity how much work may wait for one of them
 * @param active how many threads work now
 * @param waiting how much work waits now
 * @param refused how much work found no place to wait since the start
 */
public record PoolView(
        String name, int size, int capacity, IntSupplier active, IntSupplier waiting, LongSupplier refused) {}
