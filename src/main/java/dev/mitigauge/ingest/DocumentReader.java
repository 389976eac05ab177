package dev.mitigauge.ingest;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.Task;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads documents into facts. Immutable; any number of threads may read at once. */
public final class DocumentReader {

    private final Vocabulary words;
    private final IngestSettings settings;
    private final BlockParser blocks;

    public DocumentReader(Vocabulary words, IngestSettings settings) {
        this.words = words;
        this.settings = settings;
        this.blocks = new BlockParser(settings.maxNesting());
    }

    /** Facts of all documents, or why at least one can't be read. Facts come in the order of document names, then lines. */
    public Reading read(List<Input> documents) {
        List<Refusal> refusals = new ArrayList<>();
        Map<String, List<String>> texts = new HashMap<>();
        Set<String> names = new HashSet<>();
        if (documents.size() > settings.maxDocuments()) {
            return new Reading.Refused(List.of(new Refusal(
                    documents.get(settings.maxDocuments()).name(),
                    0,
                    Refusal.Cause.TOO_LARGE,
                    "request has " + documents.size() + " documents, at most " + settings.maxDocuments() + " are read",
                    "send fewer at once, or raise ingest.maxDocuments")));
        }
        for (Input input : documents) {
            if (!names.add(input.name())) {
                refusals.add(new Refusal(
                        input.name(),
                        0,
                        Refusal.Cause.DUPLICATE_NAME,
                        "two documents are called `" + input.name() + "`",
                        "give each document a name of its own"));
                continue;
            }
            Intake.Result result = Intake.take(input, settings);
            if (result instanceof Intake.Result.Text text) {
                texts.put(input.name(), text.lines());
            } else if (result instanceof Intake.Result.Bad bad) {
                refusals.add(bad.refusal());
            }
        }
        if (!refusals.isEmpty()) {
            return new Reading.Refused(refusals);
        }
        ItemNames ids = new ItemNames();
        List<Fact> facts = new ArrayList<>();
        List<Input> sorted = new ArrayList<>(documents);
        sorted.sort(Comparator.comparing(Input::name));
        for (Input input : sorted) {
            read(input, texts.getOrDefault(input.name(), List.of()), ids, facts);
        }
        return new Reading.Read(Duplicates.mark(facts));
    }

    private void read(Input input, List<String> lines, ItemNames ids, List<Fact> facts) {
        Sheet sheet = Scraped.restore(new Flattened(words).restore(Sheet.asWritten(input.name(), lines)));
        Drafts drafts = new Extraction(sheet, words, blocks.parse(sheet)).run();
        @Nullable String protocol = Protocol.of(drafts);
        List<Fact> items = new ArrayList<>(drafts.tasks.size() * 2);
        for (RiskDraft draft : drafts.risks) {
            items.addAll(new RiskFacts(draft, sheet, words).of(ids.risk(draft), protocol));
        }
        int[] taken = new int[sheet.original().size() + 1];
        for (TaskDraft draft : drafts.tasks) {
            if (!ids.isRisk(draft.title)) {
                draft.facts(sheet, words, ids.task(sheet, draft, taken), items);
            }
        }
        facts.add(document(input, sheet, drafts, items, protocol));
        facts.addAll(drafts.sections);
        facts.addAll(drafts.claims);
        facts.addAll(items);
    }

    private Document document(Input input, Sheet sheet, Drafts drafts, List<Fact> items, @Nullable String protocol) {
        int risks = 0;
        int tasks = 0;
        boolean settled = false;
        for (Fact item : items) {
            risks += item instanceof DeferredRisk ? 1 : 0;
            tasks += item instanceof Task ? 1 : 0;
            settled |= item instanceof Task task && task.settled();
        }
        LineUse.Understanding understanding = drafts.use.understanding();
        boolean blank = tasks > 0 && risks == 0 && !settled && drafts.claims.isEmpty() && !drafts.saysOpen();
        return new Document(
                sheet.name(),
                kind(tasks, risks),
                sha256(input.content()),
                sheet.original().size(),
                understanding.share(),
                null,
                provenance(sheet.provenance(), drafts.updated()),
                risks > 0 ? protocol : null,
                blank && new Forms(words).is(drafts, sheet),
                understanding.unread(),
                sheet.whole());
    }

    /** What the page around it says counts; a document that stands alone tells its day itself. */
    private static Provenance provenance(Provenance around, @Nullable LocalDate updated) {
        return around.date() != null || updated == null
                ? around
                : new Provenance(around.commit(), around.author(), updated.toString(), around.trackers());
    }

    private static DocumentKind kind(int tasks, int risks) {
        if (tasks == 0 && risks == 0) {
            return DocumentKind.UNRECOGNISED;
        }
        if (tasks == 0) {
            return DocumentKind.REGISTER;
        }
        return risks == 0 ? DocumentKind.CHECKLIST : DocumentKind.MIXED;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
