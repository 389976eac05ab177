package dev.mitigauge.ingest;

import dev.mitigauge.facts.Fact;
import java.util.List;

/** What came of reading a set of documents. */
public sealed interface Reading {

    /** Facts of all documents, in document order; each document has its {@code Document}. */
    record Read(List<Fact> facts) implements Reading {
        public Read {
            facts = List.copyOf(facts);
        }
    }

    /** At least one document can't be read; nothing was. */
    record Refused(List<Refusal> refusals) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
