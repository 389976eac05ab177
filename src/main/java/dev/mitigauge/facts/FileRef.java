package dev.mitigauge.facts;

import org.jspecify.annotations.Nullable;

/**
 * A file that a document names.
 *
 * @param path as written, without line numbers
 * @param line first line named, null if none
 */
public record FileRef(String path, @Nullable Integer line) {}
