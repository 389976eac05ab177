package dev.mitigauge.assessment;

import dev.mitigauge.ingest.Input;

/** Explains how documents are read, by the words of the active rule set. Any number of threads may ask at once. */
@FunctionalInterface
public interface Explanations {

    /** Reads one document and says line by line what it was understood as. */
    Explained explain(Input document);
}
