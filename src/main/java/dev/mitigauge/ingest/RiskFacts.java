package dev.mitigauge.ingest;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.SourceRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of an entry when its lines are read: the risk with its mitigations, assumptions and references. */
final class RiskFacts {

    private final RiskDraft draft;
    private final Sheet sheet;
    private final Vocabulary words;
    private final RiskRating rating;
    private final RiskStanding standing;

    RiskFacts(RiskDraft draft, Sheet sheet, Vocabulary words) {
        this.draft = draft;
        this.sheet = sheet;
        this.words = words;
        this.rating = new RiskRating(draft, words);
        this.standing = new RiskStanding(draft, words);
    }

    /** The risk with its mitigations, assumptions and references. */
    List<Fact> of(String id, @Nullable String protocol) {
        SourceRef source = sheet.source(draft.line, draft.endLine);
        RiskRating.Rated rated = rating.rated();
        String allText = allText();
        FileRef file = file();
        NamedOwner owner = NamedOwner.of(draft.text(Field.OWNER), words);
        LocalDate review = date(Field.REVIEW);
        String trigger = trigger(review);
        DeferredRisk risk = new DeferredRisk(
                id,
                sheet.name(),
                draft.scope.sectionId(),
                draft.title.codes(),
                titleText(),
                rated.severity(),
                rated.from(),
                rating.rating(Field.LIKELIHOOD),
                rating.rating(Field.IMPACT),
                draft.text(Field.CATEGORY),
                firstText(Field.ERROR, rated.restOfRisk()),
                draft.text(Field.REASON),
                file,
                steps(),
                draft.text(Field.EFFORT),
                owner.name(),
                owner.kind(),
                review,
                trigger,
                basis(review, trigger),
                NamedOwner.of(draft.text(Field.ACCEPTED_BY), words).name(),
                date(Field.SINCE),
                standing.state(),
                standing.must(),
                words.topics(draft.title.text() + " " + orEmpty(draft.text(Field.ERROR))),
                protocol == null ? Set.of() : missing(rated),
                draft.fingerprint(),
                null,
                source);
        List<Fact> facts = new ArrayList<>();
        facts.add(risk);
        facts.addAll(new MitigationReader(words).read(id, said(Field.MITIGATION), introducing(rated)));
        references(id, allText, source, facts);
        return facts;
    }

    private String titleText() {
        String text = draft.title.text();
        if (text.length() > 200) {
            List<String> sentences = Sentences.of(text);
            text = sentences.get(0);
        }
        return text;
    }

    private @Nullable LocalDate date(Field field) {
        String text = draft.text(field);
        return text == null ? null : Dates.find(text);
    }

    /** What calls for a review: all that the label says if it names no day, else what it says besides. */
    private @Nullable String trigger(@Nullable LocalDate day) {
        String written = draft.text(Field.REVIEW);
        if (written == null) {
            return null;
        }
        String text = written.strip();
        if (NamedOwner.isPlaceholder(text, words) && words.reviews.find(text, 0) == null) {
            return null;
        }
        if (day == null) {
            return text;
        }
        Phrases.Found<Field> join = words.joins.find(text, 0);
        while (join != null) {
            String before = text.substring(0, join.start()).strip();
            String rest = text.substring(join.end()).strip();
            String event = Dates.find(before) == null ? before : rest;
            if (event.indexOf(' ') > 0 && Dates.find(event) == null) {
                return event;
            }
            join = words.joins.find(text, join.end());
        }
        return null;
    }

    /** "When the second replica comes in Phase 2" names an event, whatever else it names. */
    private ReviewBasis basis(@Nullable LocalDate day, @Nullable String trigger) {
        if (day != null || trigger == null) {
            return day != null ? ReviewBasis.DATE : ReviewBasis.NONE;
        }
        List<Phrases.Found<ReviewBasis>> found = words.reviews.all(trigger);
        boolean vague = !found.isEmpty() && found.stream().allMatch(each -> each.value() == ReviewBasis.PHASE);
        return vague ? ReviewBasis.PHASE : ReviewBasis.TRIGGER;
    }

    private @Nullable FileRef file() {
        String text = draft.text(Field.FILE);
        if (text == null) {
            return null;
        }
        for (Ids.Named named : Ids.all(Plain.of(text))) {
            if (named.kind() == ReferenceKind.PATH) {
                return Ids.file(named.target(), text.substring(Math.min(named.end(), text.length())));
            }
        }
        return null;
    }

    private List<String> steps() {
        List<RiskDraft.Value> values = draft.fields.getOrDefault(Field.APPROACH, List.of());
        List<String> listed = new ArrayList<>();
        for (RiskDraft.Value value : values) {
            if (value.listed()) {
                listed.add(value.text());
            }
        }
        if (listed.isEmpty()) {
            values.forEach(value -> listed.add(value.text()));
        }
        return listed;
    }

    private Set<String> missing(RiskRating.Rated rated) {
        Set<String> missing = new HashSet<>();
        promise("file", draft.has(Field.FILE), missing);
        promise("error", draft.has(Field.ERROR) || rated.restOfRisk() != null, missing);
        promise("category", draft.has(Field.CATEGORY), missing);
        promise("reason", draft.has(Field.REASON), missing);
        promise("approach", draft.has(Field.APPROACH), missing);
        promise("risk", draft.has(Field.RISK) || draft.has(Field.SEVERITY), missing);
        return missing;
    }

    private static void promise(String field, boolean kept, Set<String> missing) {
        if (!kept) {
            missing.add(field);
        }
    }

    private List<MitigationReader.Said> said(Field field) {
        List<MitigationReader.Said> said = new ArrayList<>();
        for (RiskDraft.Value value : draft.fields.getOrDefault(field, List.of())) {
            said.add(new MitigationReader.Said(value.text(), sheet.source(value.line(), value.line())));
        }
        return said;
    }

    /** Where a mitigation may hide if no label announces it: behind the severity; in the reason and the draft.prose if there is none. */
    private List<MitigationReader.Said> introducing(RiskRating.Rated rated) {
        List<MitigationReader.Said> said = new ArrayList<>();
        List<RiskDraft.Value> risk = draft.fields.getOrDefault(Field.RISK, List.of());
        if (rated.restOfRisk() != null && !risk.isEmpty()) {
            said.add(new MitigationReader.Said(
                    rated.restOfRisk(),
                    sheet.source(risk.get(0).line(), risk.get(0).line())));
        }
        if (!draft.has(Field.MITIGATION) && !draft.has(Field.RISK)) {
            said.addAll(said(Field.REASON));
            for (RiskDraft.Value value : draft.prose) {
                said.add(new MitigationReader.Said(value.text(), sheet.source(value.line(), value.line())));
            }
        }
        return said;
    }

    private static final int MOST_REFERENCES = 20;

    private void references(String id, String text, SourceRef source, List<Fact> facts) {
        Set<String> seen = new LinkedHashSet<>();
        for (Ids.Named named : Ids.all(Plain.of(text))) {
            if (seen.size() < MOST_REFERENCES && !named.target().equals(draft.title.id()) && seen.add(named.target())) {
                facts.add(new Reference(id, named.kind(), named.target(), source));
            }
        }
    }

    private String allText() {
        StringBuilder text = new StringBuilder();
        draft.fields
                .values()
                .forEach(values ->
                        values.forEach(value -> text.append(value.raw()).append(' ')));
        draft.prose.forEach(value -> text.append(value.raw()).append(' '));
        return text.toString();
    }

    private @Nullable String firstText(Field field, @Nullable String otherwise) {
        String text = draft.text(field);
        if (text != null) {
            return text;
        }
        return otherwise != null
                ? otherwise
                : draft.prose.isEmpty() ? null : draft.prose.get(0).text();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
