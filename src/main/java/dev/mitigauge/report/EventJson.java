package dev.mitigauge.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.kept.LoggedEvent;
import java.time.Instant;

/** An event as CloudEvents 1.0 writes it in JSON (structured mode), on one line. */
public final class EventJson {

    /** Its media type. */
    public static final String TYPE = "application/cloudevents+json";

    private static final String PREFIX = "dev.mitigauge.";

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private EventJson() {}

    @JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"})
    private record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            @JsonRawValue String data) {}

    /**
     * The event.
     *
     * @param source by which receivers tell one service from another
     */
    public static String render(LoggedEvent event, String source) {
        try {
            return WRITER.writeValueAsString(new CloudEvent(
                    "1.0",
                    event.id(),
                    source,
                    PREFIX + event.type().word(),
                    event.subject(),
                    event.at(),
                    "application/json",
                    event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts can always be written", e);
        }
    }
}
