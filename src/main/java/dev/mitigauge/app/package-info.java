/**
 * Main, settings and wiring: the only place where {@code http}, {@code cli} and {@code metrics} meet.
 */
@NullMarked
package dev.mitigauge.app;

import org.jspecify.annotations.NullMarked;
