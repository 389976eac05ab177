package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One section with the values that were given.
 *
 * @param section the section
 * @param settings its record; the default stands in for every value at fault
 * @param faults all that is wrong with the values
 */
record Bound<R extends Record>(Section<R> section, R settings, List<Fault> faults) {

    private static final String REMEDY = "`mitigauge config show` prints what is in force";

    static <R extends Record> Bound<R> of(Section<R> section, Map<String, Given> given) {
        List<Key> keys = section.keys();
        List<Fault> faults = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        keys.forEach(key -> values.add(value(key, given.get(key.name()), faults)));
        // Each round replaces one refused value by its default, so that all of them are told at once.
        for (int round = 0; round < keys.size(); round++) {
            try {
                return new Bound<>(section, section.with(values), faults);
            } catch (IllegalArgumentException refused) {
                int culprit = culprit(keys, values, given, String.valueOf(refused.getMessage()));
                faults.add(fault(given.get(keys.get(culprit).name()), String.valueOf(refused.getMessage())));
                values.set(culprit, keys.get(culprit).defaultValue());
            }
        }
        return new Bound<>(section, section.defaults(), faults);
    }

    /** The settings as the file would write them, with where each came from. */
    List<Workshop.Setting> described(Map<String, Given> given) {
        return section.keys().stream()
                .map(key -> new Workshop.Setting(
                        key.name(),
                        Yaml.scalar(section.value(settings, key)),
                        Optional.ofNullable(given.get(key.name()))
                                .map(value -> value.valuePlace().origin())
                                .orElse("default")))
                .toList();
    }

    private static @Nullable Object value(Key key, @Nullable Given given, List<Fault> faults) {
        if (given == null) {
            return key.defaultValue();
        }
        if (given.text() == null) {
            if (!key.nullable()) {
                faults.add(given.valuePlace()
                        .fault("`" + key.name() + "` must be " + key.kind().words() + ", but is empty", REMEDY));
            }
            return key.nullable() ? null : key.defaultValue();
        }
        Optional<Object> value = key.kind().read(given.text());
        if (value.isEmpty()) {
            faults.add(given.valuePlace()
                    .fault(
                            "`" + key.name() + "` must be " + key.kind().words() + ", but is `" + given.text() + "`",
                            REMEDY));
        }
        return value.isPresent() ? value.get() : key.defaultValue();
    }

    /**
     * The key at fault: the one that the message begins with, if its value was given; else, where two values don't go together, a
     * given one that the message names.
     */
    private static int culprit(
            List<Key> keys, List<? extends @Nullable Object> values, Map<String, Given> given, String message) {
        int named = -1;
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            boolean changed = given.containsKey(key.name()) && !Objects.equals(values.get(i), key.defaultValue());
            if (changed && message.startsWith(key.name() + " ")) {
                return i;
            }
            if (changed && (named < 0 || message.contains(key.name()))) {
                named = i;
            }
        }
        if (named < 0) {
            throw new IllegalStateException("the defaults are refused: " + message);
        }
        return named;
    }

    private static Fault fault(@Nullable Given given, String message) {
        return given == null
                ? new Fault("settings", 0, 0, message, REMEDY, null)
                : given.valuePlace().fault(message, "choose a value within the bounds");
    }
}
