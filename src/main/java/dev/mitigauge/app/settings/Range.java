package dev.mitigauge.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which whole numbers a setting takes, found by asking its record: bounds that are written down a second time come to differ.
 *
 * @param least the smallest
 * @param most the largest
 */
record Range(int least, int most) {

    /** Of a key that holds whole numbers; what it must be beside another key is no bound of its own. */
    static <R extends Record> Range of(Section<R> section, Key key) {
        int known = (Integer) value(key);
        IntPredicate taken = number -> taken(section, key, number);
        return new Range(furthest(known, Integer.MIN_VALUE, taken), furthest(known, Integer.MAX_VALUE, taken));
    }

    private static Object value(Key key) {
        Object value = key.defaultValue();
        if (value == null) {
            throw new IllegalArgumentException(key.name() + " has no number by default");
        }
        return value;
    }

    private static <R extends Record> boolean taken(Section<R> section, Key key, int number) {
        List<@Nullable Object> values = new ArrayList<>();
        section.keys().forEach(each -> values.add(each.name().equals(key.name()) ? number : each.defaultValue()));
        try {
            section.with(values);
            return true;
        } catch (IllegalArgumentException refused) {
            List<String> why =
                    Arrays.asList(String.valueOf(refused.getMessage()).split("[ ,]", -1));
            return !why.get(0).equals(key.name())
                    || section.keys().stream()
                            .anyMatch(other -> !other.name().equals(key.name()) && why.contains(other.name()));
        }
    }

    /** Halves the way from what is taken to the end until it stands at the last that is. */
    private static int furthest(int taken, int end, IntPredicate takes) {
        if (takes.test(end)) {
            return end;
        }
        long good = taken;
        long bad = end;
        while (Math.abs(bad - good) > 1) {
            long middle = Math.floorDiv(good + bad, 2L);
            if (takes.test((int) middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return (int) good;
    }
}
