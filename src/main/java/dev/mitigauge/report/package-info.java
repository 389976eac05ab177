/**
 * An assessment as text and JSON.
 *
 * <p>Imports {@code assessment} and what that imports.
 */
@NullMarked
package dev.mitigauge.report;

import org.jspecify.annotations.NullMarked;
