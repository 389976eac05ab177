/** The command line over a workshop made by hand. */
@NullMarked
package dev.mitigauge.cli;

import org.jspecify.annotations.NullMarked;
