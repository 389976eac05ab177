/**
 * The service: routes, limits, errors. The only user of Vert.x.
 *
 * <p>Imports {@code assessment}, {@code report} and what these import.
 */
@NullMarked
package dev.mitigauge.http;

import org.jspecify.annotations.NullMarked;
