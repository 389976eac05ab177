/**
 * What the OpenAPI contract says of requests, compiled once and asked at run time; only user of the validator of JSON Schema. Knows nothing of
 * connections, routes and readers, and imports nothing of ours.
 */
@NullMarked
package dev.mitigauge.http.contract;

import org.jspecify.annotations.NullMarked;
