package dev.mitigauge.assessment;

import dev.mitigauge.ingest.Refusal;
import dev.mitigauge.rules.Problem;
import java.util.List;

/** What came of a request for an assessment. */
public sealed interface Answer {

    /**
     * The assessment was made.
     *
     * @param known whether its parts were known from an earlier request that asked for the same
     */
    record Assessed(Assessment assessment, boolean known) implements Answer {

        /** One that was just made. */
        public Assessed(Assessment assessment) {
            this(assessment, false);
        }
    }

    /** The documents were assessed as they are and as they would be. */
    record Simulated(Simulation simulation) implements Answer {}

    /** At least one document can't be read. */
    record Unreadable(List<Refusal> refusals) implements Answer {
        public Unreadable {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * The tables of the project don't fit the rule set, so that nobody can tell what would be stricter.
     *
     * @param problems what is wrong with them; never empty
     */
    record Unfit(List<Problem> problems) implements Answer {
        public Unfit {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The request itself makes no sense.
     *
     * @param field name of the field at fault
     * @param message what is wrong, lower case, without full stop
     * @param remedy what to do about it
     */
    record Unacceptable(String field, String message, String remedy) implements Answer {}
}
