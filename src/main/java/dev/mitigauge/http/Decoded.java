package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentRequest;
import java.util.List;

/** What a body was understood as. */
sealed interface Decoded {

    /** A request that makes sense as far as its form goes. */
    record Understood(AssessmentRequest request) implements Decoded {}

    /** The body breaks the rules of its format: the rest of it can't be told. */
    record Malformed(Fault fault) implements Decoded {}

    /** The format is kept, the content makes no sense; never empty. */
    record Invalid(List<Fault> faults) implements Decoded {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
