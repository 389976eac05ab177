/**
 * The life of a rule set: load, lint, compile, test, fire. The only user of Drools.
 *
 * <p>Imports {@code facts} and {@code findings} only.
 */
@NullMarked
package dev.mitigauge.rules;

import org.jspecify.annotations.NullMarked;
