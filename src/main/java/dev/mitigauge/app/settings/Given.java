package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody gave, and where.
 *
 * @param key name of the setting
 * @param text the value as written, null for an empty one
 * @param place file, environment variable or option
 * @param line line of the value, 0 outside of files
 * @param column column of the value, 0 outside of files
 * @param excerpt the line, null outside of files
 */
record Given(
        String key,
        @Nullable String text,
        String place,
        int line,
        int column,
        @Nullable String excerpt) {

    static Given outsideOfFiles(String key, String text, String place) {
        return new Given(key, text, place, 0, 0, null);
    }

    Fault fault(String message, @Nullable String remedy) {
        return new Fault(place, line, column, message, remedy, excerpt);
    }

    /** Place and line. */
    String origin() {
        return line == 0 ? place : place + ":" + line;
    }
}
