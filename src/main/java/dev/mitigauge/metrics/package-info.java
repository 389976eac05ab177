/**
 * Counts assessments, rule sets, requests, threads and memory, and tells Prometheus. The only user of Micrometer.
 *
 * <p>Imports {@code assessment} and what that imports. It never meets {@code http}: what is known of requests and pools comes in as plain
 * numbers and words, handed over by {@code app}; so it needs no Vert.x, and the service no Micrometer.
 *
 * <p>Every label has a bound. Meters are looked up once per label set and kept, so that counting costs a hash look-up and an addition.
 */
@NullMarked
package dev.mitigauge.metrics;

import org.jspecify.annotations.NullMarked;
