/** The helpers that rules compute with, by themselves. */
@NullMarked
package dev.mitigauge.findings;

import org.jspecify.annotations.NullMarked;
