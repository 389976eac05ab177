/**
 * The vocabulary that rules see: what a document says, as immutable facts, each with the lines it came from.
 *
 * <p>Imports nothing of ours. Everything else may import it.
 */
@NullMarked
package dev.mitigauge.facts;

import org.jspecify.annotations.NullMarked;
