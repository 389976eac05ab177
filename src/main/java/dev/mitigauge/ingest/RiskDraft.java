package dev.mitigauge.ingest;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.WrittenState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A risk while its lines are being read: what was found under each label, in the order of the document. */
final class RiskDraft {

    /** Words under a label, with the line they stand in. */
    record Value(String raw, int line, int endLine, boolean listed) {}

    final Title title;
    final Scope scope;
    final int line;
    int endLine;
    private boolean left;

    /** What sets it apart from another entry that is called the same, empty if nothing need do so. */
    String apart = "";

    @Nullable
    WrittenState marked;

    private final Map<Field, List<Value>> fields = new EnumMap<>(Field.class);
    private final List<Value> prose = new ArrayList<>();

    RiskDraft(Title title, @Nullable WrittenState marked, Scope scope, int line, int endLine) {
        this.title = title;
        this.marked = marked;
        this.scope = scope;
        this.line = line;
        this.endLine = endLine;
    }

    /** A label such as "Deferred" inside the entry: part of it is left although the rest may be done. */
    void leaves(@Nullable WrittenState part) {
        left |= part == WrittenState.DEFERRED || part == WrittenState.OPEN;
    }

    void add(@Nullable Field field, String raw, int at, boolean listed) {
        add(field, raw, at, at, listed);
    }

    void add(@Nullable Field field, String raw, int at, int to, boolean listed) {
        endLine = Math.max(endLine, to);
        if (raw.isBlank()) {
            return;
        }
        List<Value> values = field == null ? prose : fields.computeIfAbsent(field, key -> new ArrayList<>(1));
        values.add(new Value(raw, at, to, listed));
    }

    /** Tells of which lines something was made: all under known labels, and of the prose what says what is wrong or leads somewhere. */
    void tell(LineUse use, Vocabulary words) {
        fields.values().forEach(values -> values.forEach(value -> use.fact(value.line(), value.endLine())));
        boolean first = !has(Field.ERROR);
        for (Value value : prose) {
            if (first || leads(value.raw(), words)) {
                use.fact(value.line(), value.endLine());
            }
            first = false;
        }
    }

    private static boolean leads(String raw, Vocabulary words) {
        Plain plain = Plain.of(raw);
        return !Ids.all(plain).isEmpty()
                || words.assumptions.find(plain.text(), 0) != null
                || words.tenses.find(plain.text(), 0) != null;
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** The risk with its mitigations, assumptions and references. */
    List<Fact> facts(Sheet sheet, Vocabulary words, String id, @Nullable String protocol) {
        SourceRef source = sheet.source(line, endLine);
        Rated rated = rated(words);
        String allText = allText();
        FileRef file = file();
        LocalDate review = date(Field.REVIEW);
        DeferredRisk risk = new DeferredRisk(
                id,
                sheet.name(),
                scope.sectionId(),
                title.codes(),
                titleText(),
                rated.severity(),
                rated.from(),
                rating(Field.LIKELIHOOD, words),
                rating(Field.IMPACT, words),
                text(Field.CATEGORY),
                firstText(Field.ERROR, rated.restOfRisk()),
                text(Field.REASON),
                file,
                steps(),
                text(Field.EFFORT),
                owner(words),
                review,
                trigger(review, words),
                placeholderless(text(Field.ACCEPTED_BY), words),
                date(Field.SINCE),
                state(words),
                must(words),
                words.topics(title.text() + " " + orEmpty(text(Field.ERROR))),
                protocol == null ? Set.of() : missing(rated),
                fingerprint(),
                null,
                source);
        List<Fact> facts = new ArrayList<>();
        facts.add(risk);
        facts.addAll(new MitigationReader(words).read(id, said(Field.MITIGATION, sheet), introducing(sheet, rated)));
        references(id, allText, source, facts);
        return facts;
    }

    private String titleText() {
        String text = title.text();
        if (text.length() > 200) {
            List<String> sentences = Sentences.of(text);
            text = sentences.get(0);
        }
        return text;
    }

    /** The words that name it: the id and the title's letters and digits. */
    String fingerprint() {
        return (title.id() == null || title.id().startsWith("#") ? "" : title.id() + " ")
                + Fingerprint.of(title.text())
                + apart;
    }

    /** @param restOfRisk what follows the severity under the label "Risk", or all of it if it states none */
    private record Rated(
            Severity severity,
            SeveritySource from,
            @Nullable String restOfRisk) {}

    private Rated rated(Vocabulary words) {
        String risk = text(Field.RISK);
        Severity inRisk = null;
        String rest = risk;
        if (risk != null) {
            Phrases.Found<Severity> found = atStart(risk, words);
            if (found != null) {
                inRisk = found.value();
                rest = risk.substring(found.end());
                int from = 0;
                while (from < rest.length()
                        && !Character.isLetterOrDigit(rest.charAt(from))
                        && rest.charAt(from) != '(') {
                    from++;
                }
                rest = rest.substring(from);
                rest = rest.isEmpty() ? null : rest;
            }
        }
        String stated = text(Field.SEVERITY);
        Severity scored = stated == null ? null : Cvss.severity(stated);
        if (scored != null) {
            return new Rated(scored, SeveritySource.STATED, rest);
        }
        Phrases.Found<Severity> found = stated == null ? null : atStart(stated, words);
        if (found == null && stated != null && !stated.contains("/AV:")) {
            found = words.severities.find(stated, 0);
        }
        if (found != null && found.value() != Severity.UNRATED) {
            return new Rated(found.value(), SeveritySource.STATED, rest);
        }
        if (inRisk != null && inRisk != Severity.UNRATED) {
            return new Rated(inRisk, SeveritySource.STATED, rest);
        }
        if (has(Field.LIKELIHOOD)
                && has(Field.IMPACT)
                && rating(Field.IMPACT, words) != null
                && rating(Field.LIKELIHOOD, words) != null) {
            return new Rated(Severity.UNRATED, SeveritySource.MATRIX, rest);
        }
        Severity noted = Bracketed.severity(title.text(), words);
        if (noted != null) {
            return new Rated(noted, SeveritySource.STATED, rest);
        }
        Severity fromId = severityOfId();
        if (fromId != null) {
            return new Rated(fromId, SeveritySource.FROM_ID, rest);
        }
        Severity ofSection = scope.severity();
        if (ofSection != null && ofSection != Severity.UNRATED) {
            return new Rated(ofSection, SeveritySource.STATED, rest);
        }
        return new Rated(Severity.UNRATED, SeveritySource.UNRATED, rest);
    }

    private static Phrases.@Nullable Found<Severity> atStart(String text, Vocabulary words) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) <= ' ' || "*_(`~".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        Phrases.Found<Severity> found = from < text.length() ? words.severities.at(text, from) : null;
        if (found != null && !Character.isLetterOrDigit(text.charAt(from))) {
            // A coloured dot in front of a word: the word is what was meant.
            int word = found.end();
            while (word < text.length()
                    && (text.charAt(word) <= ' ' || text.charAt(word) == 0xFE0F || text.charAt(word) == '*')) {
                word++;
            }
            Phrases.Found<Severity> said = word < text.length() ? words.severities.at(text, word) : null;
            return said == null ? found : said;
        }
        return found;
    }

    /** {@code MS-MED-006} is of medium severity, {@code P0-export} critical. */
    private @Nullable Severity severityOfId() {
        if (title.id() == null) {
            return null;
        }
        for (String part : title.id().split("-", -1)) {
            Severity severity =
                    switch (part) {
                        case "CRIT", "CRITICAL", "P0" -> Severity.CRITICAL;
                        case "HIGH", "HI", "P1" -> Severity.HIGH;
                        case "MED", "MEDIUM", "P2" -> Severity.MEDIUM;
                        case "LOW", "LO", "P3" -> Severity.LOW;
                        default -> null;
                    };
            if (severity != null) {
                return severity;
            }
        }
        return null;
    }

    private @Nullable Rating rating(Field field, Vocabulary words) {
        String text = text(field);
        Phrases.Found<Severity> found = text == null ? null : atStart(text, words);
        if (found == null) {
            return text == null ? null : numbered(text);
        }
        return switch (found.value()) {
            case NONE, LOW -> Rating.LOW;
            case MEDIUM -> Rating.MEDIUM;
            case HIGH, CRITICAL -> Rating.HIGH;
            case UNRATED -> null;
        };
    }

    /** A number from 1 to 5, with or without its scale: {@code 4}, {@code 4/5}. */
    private static @Nullable Rating numbered(String text) {
        String bare = text.endsWith("/5") ? text.substring(0, text.length() - 2).strip() : text.strip();
        return switch (bare) {
            case "1", "2" -> Rating.LOW;
            case "3" -> Rating.MEDIUM;
            case "4", "5" -> Rating.HIGH;
            default -> null;
        };
    }

    private RiskState state(Vocabulary words) {
        WrittenState written = writtenState(words);
        if (written == null) {
            written = marked;
        }
        if (written == null && has(Field.RESOLVED) && !scope.isOpen()) {
            String resolved = text(Field.RESOLVED);
            written = resolved != null && Dates.find(resolved) != null ? WrittenState.DONE : null;
        }
        if (written == null) {
            written = scope.defaultState();
        }
        if (written == null) {
            return has(Field.ACCEPTED_BY) ? RiskState.ACCEPTED : RiskState.OPEN;
        }
        return switch (written) {
            case DONE, NOT_APPLICABLE -> left ? RiskState.OPEN : RiskState.RESOLVED;
            case IN_PROGRESS -> RiskState.IN_PROGRESS;
            case ACCEPTED -> RiskState.ACCEPTED;
            case OPEN, BLOCKED, DEFERRED -> RiskState.OPEN;
        };
    }

    @Nullable
    WrittenState writtenState(Vocabulary words) {
        List<Value> values = fields.get(Field.STATUS);
        if (values == null) {
            return null;
        }
        // A risk that is "active" is no more settled than an account that is.
        WrittenState ofRisk =
                words.riskStates.whole(Plain.of(values.get(0).raw()).text());
        return ofRisk != null ? ofRisk : Status.of(values.get(0).raw(), words);
    }

    private boolean must(Vocabulary words) {
        String blocking = text(Field.BLOCKING);
        return blocking == null ? scope.must() || holds(words) || blocks(words) : Status.isYes(blocking, words);
    }

    /** "Release impact: Blocks production": an impact that is to hold a release. */
    private boolean blocks(Vocabulary words) {
        String impact = text(Field.IMPACT);
        return impact != null && words.fields.whole(impact) == Field.BLOCKING;
    }

    private static final int LONGEST_STATUS = 60;

    /** "Open — release blocking": a status that says that it holds a release. */
    private boolean holds(Vocabulary words) {
        String status = text(Field.STATUS);
        return status != null
                && status.length() <= LONGEST_STATUS
                && words.weights.all(status).stream()
                        .anyMatch(found -> found.value().must());
    }

    private @Nullable String owner(Vocabulary words) {
        return placeholderless(text(Field.OWNER), words);
    }

    /** A placeholder such as "TBD", "N/A" or a dash is nobody. */
    private static @Nullable String placeholderless(@Nullable String text, Vocabulary words) {
        if (text == null || text.length() < 2) {
            return null;
        }
        String bare = text.strip();
        boolean letters = bare.chars().anyMatch(Character::isLetter);
        boolean placeholder = words.states.whole(bare) != null || bare.startsWith("<") || bare.startsWith("[");
        return letters && !placeholder ? bare : null;
    }

    private @Nullable LocalDate date(Field field) {
        String text = text(field);
        return text == null ? null : Dates.find(text);
    }

    /** What calls for a review: all that the label says if it names no day, else what it says besides. */
    private @Nullable String trigger(@Nullable LocalDate day, Vocabulary words) {
        String text = placeholderless(text(Field.REVIEW), words);
        if (day == null || text == null) {
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

    private @Nullable FileRef file() {
        String text = text(Field.FILE);
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
        List<Value> values = fields.getOrDefault(Field.APPROACH, List.of());
        List<String> listed = new ArrayList<>();
        for (Value value : values) {
            if (value.listed()) {
                listed.add(Plain.of(value.raw()).text());
            }
        }
        if (listed.isEmpty()) {
            values.forEach(value -> listed.add(Plain.of(value.raw()).text()));
        }
        return listed;
    }

    private Set<String> missing(Rated rated) {
        Set<String> missing = new HashSet<>();
        promise("file", has(Field.FILE), missing);
        promise("error", has(Field.ERROR) || rated.restOfRisk() != null, missing);
        promise("category", has(Field.CATEGORY), missing);
        promise("reason", has(Field.REASON), missing);
        promise("approach", has(Field.APPROACH), missing);
        promise("risk", has(Field.RISK) || has(Field.SEVERITY), missing);
        return missing;
    }

    private static void promise(String field, boolean kept, Set<String> missing) {
        if (!kept) {
            missing.add(field);
        }
    }

    private List<MitigationReader.Said> said(Field field, Sheet sheet) {
        List<MitigationReader.Said> said = new ArrayList<>();
        for (Value value : fields.getOrDefault(field, List.of())) {
            said.add(new MitigationReader.Said(Plain.of(value.raw()).text(), sheet.source(value.line(), value.line())));
        }
        return said;
    }

    /** Where a mitigation may hide if no label announces it: behind the severity; in the reason and the prose if there is none. */
    private List<MitigationReader.Said> introducing(Sheet sheet, Rated rated) {
        List<MitigationReader.Said> said = new ArrayList<>();
        List<Value> risk = fields.getOrDefault(Field.RISK, List.of());
        if (rated.restOfRisk() != null && !risk.isEmpty()) {
            said.add(new MitigationReader.Said(
                    rated.restOfRisk(),
                    sheet.source(risk.get(0).line(), risk.get(0).line())));
        }
        if (!has(Field.MITIGATION) && !has(Field.RISK)) {
            said.addAll(said(Field.REASON, sheet));
            for (Value value : prose) {
                said.add(new MitigationReader.Said(
                        Plain.of(value.raw()).text(), sheet.source(value.line(), value.line())));
            }
        }
        return said;
    }

    private static final int MOST_REFERENCES = 20;

    private void references(String id, String text, SourceRef source, List<Fact> facts) {
        Set<String> seen = new LinkedHashSet<>();
        for (Ids.Named named : Ids.all(Plain.of(text))) {
            if (seen.size() < MOST_REFERENCES && !named.target().equals(title.id()) && seen.add(named.target())) {
                facts.add(new Reference(id, named.kind(), named.target(), source));
            }
        }
    }

    private String allText() {
        StringBuilder text = new StringBuilder();
        fields.values()
                .forEach(values ->
                        values.forEach(value -> text.append(value.raw()).append(' ')));
        prose.forEach(value -> text.append(value.raw()).append(' '));
        return text.toString();
    }

    private @Nullable String text(Field field) {
        List<Value> values = fields.get(field);
        if (values == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Value value : values) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(Plain.of(value.raw()).text());
        }
        return text.toString();
    }

    private @Nullable String firstText(Field field, @Nullable String otherwise) {
        String text = text(field);
        if (text != null) {
            return text;
        }
        return otherwise != null
                ? otherwise
                : prose.isEmpty() ? null : Plain.of(prose.get(0).raw()).text();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
