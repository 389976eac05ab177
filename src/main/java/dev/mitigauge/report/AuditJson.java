package dev.mitigauge.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the audit trail as JSON on one line, with what the hashes are made of. */
public final class AuditJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private AuditJson() {}

    private record Part(List<AuditEntry> items, @Nullable Long next) {}

    /** Newest first; {@code next} is the number before which the next part begins, {@code null} at the end. */
    public static String render(Page<AuditEntry> entries) {
        List<AuditEntry> items = entries.items();
        Long next = entries.more() ? items.get(items.size() - 1).number() : null;
        try {
            return WRITER.writeValueAsString(new Part(items, next));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can always be written", e);
        }
    }
}
