package dev.mitigauge.ingest;

import java.util.function.Predicate;

/** Whether one of several things passes a test. A loop and no stream: every heading and every item is asked several such questions. */
final class Any {

    private Any() {}

    static <T> boolean of(Iterable<T> things, Predicate<? super T> test) {
        for (T thing : things) {
            if (test.test(thing)) {
                return true;
            }
        }
        return false;
    }
}
