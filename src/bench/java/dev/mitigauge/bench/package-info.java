/**
 * Benchmarks: what reading, judging and the whole cost beside commonmark, plain Java and a bare Vert.x endpoint. In the profile {@code bench}
 * only; nothing of the product imports it.
 */
@NullMarked
package dev.mitigauge.bench;

import org.jspecify.annotations.NullMarked;
