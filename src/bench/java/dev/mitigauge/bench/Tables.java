package dev.mitigauge.bench;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mitigauge.ingest.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Tables of the repository's rule set without its rules, so that a benchmark of reading need not compile them first. */
final class Tables {

    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema HEADED = CsvSchema.emptySchema().withHeader().withComments();

    private Tables() {}

    static Vocabulary vocabulary() {
        return Vocabulary.of(Tables::rows);
    }

    /** Rows of a table, column name to cell. */
    static List<Map<String, String>> rows(String name) {
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(HEADED)
                .readValues(
                        Rules.DIRECTORY.resolve("tables").resolve(name + ".csv").toFile())) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
