/**
 * Listens to assessments and rules and counts them. The only user of Micrometer.
 *
 * <p>Imports {@code assessment} and what that imports.
 */
@NullMarked
package dev.mitigauge.metrics;

import org.jspecify.annotations.NullMarked;
