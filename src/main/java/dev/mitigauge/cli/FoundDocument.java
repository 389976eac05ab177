package dev.mitigauge.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A document that was named on the command line or stands below a directory that was.
 *
 * @param name as reports name it
 * @param file to read it from, null for the standard input
 */
record FoundDocument(String name, @Nullable Path file) {

    static final FoundDocument STANDARD_INPUT = new FoundDocument("stdin", null);
}
