package dev.mitigauge.assessment.kept;

import java.time.Instant;

/** What came of an attempt to deliver. Reasons are sentences of this program: lower case, without full stop, without addresses. */
public sealed interface Settling {

    /** The target took it. */
    record Delivered(Instant at) implements Settling {}

    /**
     * It did not, and is asked again.
     *
     * @param at when that was decided
     */
    record Again(Instant at, Instant due, String reason) implements Settling {}

    /** It did not, and is not asked again. */
    record Dead(String reason) implements Settling {}
}
