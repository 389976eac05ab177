package dev.mitigauge.assessment.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of handing an event over. Reasons are sentences of this program: lower case, without full stop, without addresses. */
public sealed interface Receipt {

    /** It was taken. */
    record Taken() implements Receipt {}

    /**
     * It was not; it may be another time.
     *
     * @param notBefore how long the target wishes to be left alone, null if it does not say
     */
    record Failed(String reason, @Nullable Duration notBefore) implements Receipt {}

    /** It was not, and never will be. */
    record Refused(String reason) implements Receipt {}
}
