package dev.mitigauge.app.settings;

import dev.mitigauge.cli.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Where something was written.
 *
 * @param name file, environment variable or option
 * @param line counted from 1; 0 outside of files
 * @param column counted from 1; 0 outside of files
 * @param excerpt the line, null outside of files
 */
record Place(String name, int line, int column, @Nullable String excerpt) {

    static Place outsideOfFiles(String name) {
        return new Place(name, 0, 0, null);
    }

    Fault fault(String message, String remedy) {
        return new Fault(name, line, column, message, remedy, excerpt);
    }

    /** Name and line. */
    String origin() {
        return line == 0 ? name : name + ":" + line;
    }
}
