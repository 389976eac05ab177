/**
 * Settings: a file, the environment and options become the settings records of the packages that own them.
 *
 * <p>Knows the records only by their components; which there are is said by {@code app}.
 */
@NullMarked
package dev.mitigauge.app.settings;

import org.jspecify.annotations.NullMarked;
