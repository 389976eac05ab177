/**
 * Telling others what has happened: who is told, how often it is tried, and when it is given up. How a message gets to them is behind the port
 * {@link dev.mitigauge.assessment.event.Courier}; what there is to tell comes from {@link dev.mitigauge.assessment.kept.Outbox}.
 *
 * <p>Imports {@code assessment.kept} and what that imports.
 */
@NullMarked
package dev.mitigauge.assessment.event;

import org.jspecify.annotations.NullMarked;
