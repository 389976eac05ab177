package dev.mitigauge.assessment;

import dev.mitigauge.facts.Fact;
import java.util.List;

/** Port: checkouts of source code, in which what documents cite is looked up. Any number of threads may ask at once. */
@FunctionalInterface
public interface Checkouts {

    /** There is none. */
    Checkouts NONE = (name, facts) -> new Looking.Refused(
            "unknown checkout `" + name + "`", "leave it out; no checkout is set up for citations to be looked up in");

    /**
     * Looks up what the facts cite.
     *
     * @param name which checkout
     */
    Looking look(String name, List<Fact> facts);

    /** What came of looking. */
    sealed interface Looking {

        /**
         * It was looked up.
         *
         * @param facts those that were given, ticks proven by what was found, and what was found
         */
        record Done(List<Fact> facts) implements Looking {
            public Done {
                facts = List.copyOf(facts);
            }
        }

        /**
         * There is no such checkout, or it can't be read.
         *
         * @param message what is wrong, lower case, without full stop
         * @param remedy what to do about it
         */
        record Refused(String message, String remedy) implements Looking {}
    }
}
