package dev.mitigauge.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.Explanation;
import dev.mitigauge.facts.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * An explanation as JSON. Each fact names its kind as {@code fact} and has the fields that rules know it by. Equal explanations give equal
 * bytes.
 */
public final class ExplanationJson {

    private static final ObjectWriter INDENTED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new InOrder()).setSerializerModifier(new Decimals()))
            .addMixIn(Fact.class, NamedFact.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writerFor(Explanation.class)
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ExplanationJson() {}

    /** UTF-8 JSON with one value a line. */
    public static byte[] renderIndented(Explanation explanation) {
        try {
            return INDENTED.writeValueAsBytes(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the explanation of " + explanation.document().name() + " can't be written as JSON", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "fact")
    private interface NamedFact {}

    /** Sets have no order of their own, and one document must not give two answers. */
    private static final class InOrder extends StdSerializer<Set<?>> {
        private static final long serialVersionUID = 1;

        InOrder() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider) throws IOException {
            List<String> words = set.stream().map(String::valueOf).sorted().toList();
            json.writeStartArray();
            for (String word : words) {
                json.writeString(word);
            }
            json.writeEndArray();
        }
    }
}
