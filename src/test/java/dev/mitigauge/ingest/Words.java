package dev.mitigauge.ingest;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The vocabulary that ships, for tests of the reader alone. */
public final class Words {

    public static final Vocabulary SHIPPED = Vocabulary.of(Words::table);

    private Words() {}

    static List<Map<String, String>> table(String name) {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        try (var rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withComments())
                .<Map<String, String>>readValues(
                        Path.of("rules", "tables", name + ".csv").toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
