/**
 * The one use case: documents in a context, judged under a rule set, become an {@link dev.mitigauge.assessment.Assessment}.
 *
 * <p>Imports {@code facts}, {@code findings}, {@code ingest} and {@code rules}; declares the ports for those who listen.
 */
@NullMarked
package dev.mitigauge.assessment;

import org.jspecify.annotations.NullMarked;
