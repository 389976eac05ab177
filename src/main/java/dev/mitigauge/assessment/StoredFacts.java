package dev.mitigauge.assessment;

import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Replayable;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.Vocabulary;
import dev.mitigauge.rules.KnownFacts;
import dev.mitigauge.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What was read for the newest assessments of projects, the latest first, so that rules are tried on what people really write. What costs
 * too much to be tried many times over is passed over; nothing is held from one time to the next.
 */
public final class StoredFacts implements KnownFacts {

    private final History history;
    private final Supplier<RuleSet> words;
    private final IngestSettings limits;
    private final Bound bound;

    /**
     * How much is tried.
     *
     * @param bytes most bytes of all documents together
     * @param facts most facts of all assessments together
     */
    public record Bound(long bytes, int facts) {

        /** While somebody waits for an edit to become active: about a tenth of a second of a core. */
        public static final Bound IN_PASSING = new Bound(100_000, 1_000);

        /** While somebody waits for the answer to that very question. */
        public static final Bound AT_LEISURE = new Bound(64_000_000, 1_000_000);
    }

    /** @param words the set by whose words documents are read; which one it is matters little, for rules judge facts */
    public StoredFacts(History history, Supplier<RuleSet> words, IngestSettings limits, Bound bound) {
        this.history = history;
        this.words = words;
        this.limits = limits;
        this.bound = bound;
    }

    @Override
    public Known latest(int most) {
        if (most < 1) {
            return Known.NOTHING;
        }
        Stored<List<Replayable>> found = history.latestReplayable(Math.min(most, Page.LARGEST), bound.bytes());
        return found instanceof Stored.Done<List<Replayable>> done
                ? new Known(read(done.value()), null)
                : new Known(List.of(), ((Stored.Unavailable<?>) found).outage().reason());
    }

    private List<List<Fact>> read(List<Replayable> found) {
        RuleSet rules = words.get();
        DocumentReader reader =
                new DocumentReader(Vocabulary.of(table -> rules.table(table).rows()), limits);
        List<List<Fact>> read = new ArrayList<>();
        int left = bound.facts();
        for (Replayable each : found) {
            List<Fact> facts = facts(reader, each);
            if (!facts.isEmpty() && facts.size() <= left) {
                read.add(facts);
                left -= facts.size();
            }
        }
        return read;
    }

    /** None if the documents can't be read any more, as under stricter limits than then. */
    private static List<Fact> facts(DocumentReader reader, Replayable each) {
        Reading reading = reader.read(each.request().documents());
        return reading instanceof Reading.Read done
                ? Context.facts(done.facts(), each.request(), each.was().day())
                : List.of();
    }
}
