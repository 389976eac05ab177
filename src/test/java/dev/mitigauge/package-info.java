/** Tests of the whole: its architecture and what ships around the code. */
@NullMarked
package dev.mitigauge;

import org.jspecify.annotations.NullMarked;
