@NullMarked
package dev.mitigauge.checkout;

import org.jspecify.annotations.NullMarked;
