/**
 * The service: routes, limits, errors. The only user of Vert.x.
 *
 * <p>Imports {@code assessment}, {@code report} and what these import. It never meets {@code metrics}: what Vert.x tells of requests and
 * connections through its own metrics interface goes to the port {@link dev.mitigauge.http.HttpListener}, and the text of {@code /metrics} comes
 * from {@link dev.mitigauge.http.Scrape}; {@code app} puts Micrometer behind both. Vert.x's own bridge to Micrometer would tie the two libraries
 * together, and looks labels up at each request.
 *
 * <p>A request passes: {@code Dispatch} (which route) → {@code AssessmentHandler} (headers, body, limits, on the event loop) →
 * {@code AssessmentCall} (bytes to bytes, on the event loop if small, on the {@code AssessmentPool} if large) → {@code Exchange} (the answer).
 */
@NullMarked
package dev.mitigauge.http;

import org.jspecify.annotations.NullMarked;
