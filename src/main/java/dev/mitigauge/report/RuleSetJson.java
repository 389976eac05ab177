package dev.mitigauge.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.RuleSetActivated;
import dev.mitigauge.assessment.RuleSetContent;
import dev.mitigauge.assessment.RuleSetHistory;
import dev.mitigauge.assessment.RuleSetPage;
import dev.mitigauge.rules.RuleSetDiff;

/** Rule sets and their history as JSON on one line. Names and order are those of the components; what is absent is {@code null}. */
public final class RuleSetJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private RuleSetJson() {}

    /** That a set became active. */
    public static byte[] render(RuleSetActivated activated) {
        return write(activated);
    }

    /** A page of the history. */
    public static byte[] render(RuleSetPage page) {
        return write(page);
    }

    /** The history, or a part of it. */
    public static byte[] render(RuleSetHistory history) {
        return write(history);
    }

    /** The files of a set. */
    public static byte[] render(RuleSetContent content) {
        return write(content);
    }

    /** What differs between two sets. */
    public static byte[] render(RuleSetDiff diff) {
        return write(diff);
    }

    private static byte[] write(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can always be written", e);
        }
    }
}
