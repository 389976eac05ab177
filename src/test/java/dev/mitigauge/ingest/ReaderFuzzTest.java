package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever bytes come, the reader reads or refuses them. In the normal build the inputs kept in {@code ReaderFuzzTestInputs} are read; with
 * {@code -P fuzz} (the variable {@code JAZZER_FUZZ}) Jazzer looks for others for a minute. An input that fails goes into that directory.
 */
class ReaderFuzzTest {

    private static final int NO_MORE_THAN = 64 * 1024;

    private final DocumentReader reader = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @FuzzTest(maxDuration = "60s")
    @Timeout(90)
    void shouldReadOrRefuseWhateverComes(byte[] content) {
        if (content.length > NO_MORE_THAN) {
            return;
        }
        List<Input> input = List.of(new Input("fuzz.md", content));
        long start = System.nanoTime();

        Reading reading = reader.read(input);

        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(5_000_000_000L);
        assertThat(reader.read(input)).isEqualTo(reading);
        if (reading instanceof Reading.Read read) {
            assertThat(SourceLines.of(input.get(0)))
                    .hasSize(((Document) read.facts().get(0)).lines());
            read.facts().forEach(fact -> check(fact, (Document) read.facts().get(0)));
        }
    }

    private static void check(Fact fact, Document document) {
        within(fact.source(), document);
        if (fact == document) {
            assertThat(document.understood()).isBetween(0.0, 1.0);
            document.unread().forEach(source -> within(source, document));
        }
    }

    private static void within(SourceRef source, Document document) {
        assertThat(source.document()).isEqualTo(document.name());
        assertThat(source.line()).as("first line").isPositive();
        assertThat(source.endLine()).as("last line").isLessThanOrEqualTo(Math.max(1, document.lines()));
    }
}
