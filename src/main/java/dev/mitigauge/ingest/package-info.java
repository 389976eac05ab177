/**
 * Documents to facts, and what was not understood. The only user of commonmark.
 *
 * <p>Imports {@code facts} only. The words that it looks for are handed to it as a {@link dev.mitigauge.ingest.Vocabulary}.
 */
@NullMarked
package dev.mitigauge.ingest;

import org.jspecify.annotations.NullMarked;
