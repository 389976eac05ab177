package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request for an assessment says.
 *
 * @param exchange the request
 * @param renderer form of the answer
 * @param project that the path names, null if it names none
 * @param key under which it may be repeated
 */
record Asking(
        Exchange exchange,
        Renderer<Assessment> renderer,
        @Nullable String project,
        IdempotencyHeader key) {}
