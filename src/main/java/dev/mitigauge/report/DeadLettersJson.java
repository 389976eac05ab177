package dev.mitigauge.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that could not be delivered, as JSON on one line. */
public final class DeadLettersJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private DeadLettersJson() {}

    private record Letter(
            long number,
            String id,
            Instant at,
            String type,
            String subject,
            String target,
            int attempts,
            String reason,
            @JsonRawValue String data) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.event().number(),
                    letter.event().id(),
                    letter.event().at(),
                    letter.event().type().word(),
                    letter.event().subject(),
                    letter.target(),
                    letter.attempts(),
                    letter.reason(),
                    letter.event().data());
        }
    }

    private record Letters(
            List<Letter> items,
            int dead,
            int waiting,
            @Nullable Instant oldest) {}

    /** Newest first; {@code dead} says how many there are in all, {@code oldest} since when the oldest that is on its way waits. */
    public static String render(Page<DeadLetter> dead, OutboxState state) {
        List<Letter> items = dead.items().stream().map(Letter::of).toList();
        try {
            return WRITER.writeValueAsString(new Letters(items, state.dead(), state.waiting(), state.oldest()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can always be written", e);
        }
    }
}
