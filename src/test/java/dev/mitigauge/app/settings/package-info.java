/** Reading of settings. */
@NullMarked
package dev.mitigauge.app.settings;

import org.jspecify.annotations.NullMarked;
