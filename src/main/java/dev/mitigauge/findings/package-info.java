/**
 * What rules conclude: findings, scores, verdict. Plain values; rules make them, reports show them.
 *
 * <p>Imports {@code facts} only.
 */
@NullMarked
package dev.mitigauge.findings;

import org.jspecify.annotations.NullMarked;
