package dev.mitigauge.assessment;

import dev.mitigauge.ingest.Input;
import org.jspecify.annotations.Nullable;

/** Explains how documents are read, by the words of the active rule set. Any number of threads may ask at once. */
@FunctionalInterface
public interface Explanations {

    /**
     * Reads one document and says line by line what it was understood as.
     *
     * @param checkout name of the checkout in which what it cites is looked up, null for none
     */
    Explained explain(Input document, @Nullable String checkout);
}
