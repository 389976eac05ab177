/**
 * Tells a collector of OpenTelemetry which part of a request took how long, if the settings name one. The only user of OpenTelemetry; none of its
 * classes is loaded otherwise.
 *
 * <p>Imports {@code assessment} and implements its ports: {@link dev.mitigauge.assessment.Tracing} for requests, and the listeners of assessments
 * and of the store for their stages. It never meets {@code http}.
 */
@NullMarked
package dev.mitigauge.tracing;

import org.jspecify.annotations.NullMarked;
