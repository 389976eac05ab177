@NullMarked
package dev.mitigauge.tracing;

import org.jspecify.annotations.NullMarked;
