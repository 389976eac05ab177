package dev.mitigauge.ingest;

/**
 * Limits of reading.
 *
 * @param maxDocumentBytes largest document, in bytes, at least 1
 * @param maxDocuments most documents of one request, at least 1
 * @param maxNesting deepest nesting of quotes and lists, at least 1
 * @param maxLineLength longest line that is looked at whole, in characters, at least 1
 */
public record IngestSettings(int maxDocumentBytes, int maxDocuments, int maxNesting, int maxLineLength) {

    public static final IngestSettings DEFAULT = new IngestSettings(8 * 1024 * 1024, 200, 100, 1024 * 1024);

    public IngestSettings {
        atLeastOne("ingest.maxDocumentBytes", maxDocumentBytes);
        atLeastOne("ingest.maxDocuments", maxDocuments);
        atLeastOne("ingest.maxNesting", maxNesting);
        atLeastOne("ingest.maxLineLength", maxLineLength);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, but is " + value);
        }
    }
}
