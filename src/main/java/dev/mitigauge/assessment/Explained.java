package dev.mitigauge.assessment;

import dev.mitigauge.ingest.Refusal;
import java.util.List;

/** What came of asking how a document is read. */
public sealed interface Explained {

    /** It was read. */
    record Read(Explanation explanation) implements Explained {}

    /**
     * There is no such checkout, or it can't be read.
     *
     * @param message what is wrong, lower case, without full stop
     * @param remedy what to do about it
     */
    record NotLookedUp(String message, String remedy) implements Explained {}

    /** It can't be read. */
    record Unreadable(List<Refusal> refusals) implements Explained {
        public Unreadable {
            refusals = List.copyOf(refusals);
        }
    }
}
