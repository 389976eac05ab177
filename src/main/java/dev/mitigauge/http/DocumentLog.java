package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentRequest;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the documents that are to be judged, under a name of its own that is silent unless the settings ask for it. */
public final class DocumentLog {

    /** Who logs them. */
    public static final String NAME = "mitigauge.documents";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int MOST_BYTES = 16_384;

    private DocumentLog() {}

    static void tell(AssessmentRequest request) {
        if (LOG.isInfoEnabled()) {
            request.documents()
                    .forEach(document -> LOG.info("document {}: {}", document.name(), text(document.content())));
        }
    }

    private static String text(byte[] content) {
        int bytes = Math.min(content.length, MOST_BYTES);
        String more = bytes == content.length ? "" : "… (" + (content.length - bytes) + " more bytes)";
        return new String(content, 0, bytes, StandardCharsets.UTF_8) + more;
    }
}
