/** Settings and wiring. */
@NullMarked
package dev.mitigauge.app;

import org.jspecify.annotations.NullMarked;
