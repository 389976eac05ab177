/**
 * The command line.
 *
 * <p>Imports {@code assessment}, {@code report} and what these import.
 */
@NullMarked
package dev.mitigauge.cli;

import org.jspecify.annotations.NullMarked;
