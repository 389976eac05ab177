package dev.mitigauge.ingest;

import java.util.List;
import java.util.function.Predicate;

/** Whether one of several things passes a test. A loop and neither stream nor iterator: every heading and every item is asked several such questions. */
final class Any {

    private Any() {}

    static <T> boolean of(List<T> things, Predicate<? super T> test) {
        for (int i = 0; i < things.size(); i++) {
            if (test.test(things.get(i))) {
                return true;
            }
        }
        return false;
    }
}
