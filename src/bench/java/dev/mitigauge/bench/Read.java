package dev.mitigauge.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Today;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Inputs and facts of a size. */
final class Read {

    static final LocalDate DAY = LocalDate.of(2026, 3, 16);

    private Read() {}

    static DocumentReader reader() {
        return new DocumentReader(Tables.vocabulary(), IngestSettings.DEFAULT);
    }

    /** The checklist alone. */
    static List<Input> checklist(Size size) {
        return List.of(new Input(Documents.CHECKLIST, size.checklist().getBytes(UTF_8)));
    }

    /** Checklist and register. */
    static List<Input> both(Size size) {
        return List.of(
                new Input(Documents.CHECKLIST, size.checklist().getBytes(UTF_8)),
                new Input(Documents.REGISTER, size.register().getBytes(UTF_8)));
    }

    /** Facts of checklist and register, and the day. */
    static List<Fact> facts(Size size) {
        if (reader().read(both(size)) instanceof Reading.Read read) {
            List<Fact> facts = new ArrayList<>(read.facts());
            facts.add(new Today(DAY));
            return List.copyOf(facts);
        }
        throw new IllegalStateException("the documents of the benchmark can't be read");
    }
}
