package dev.mitigauge.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.Checkout;
import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.DocumentKind;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.MitigationKind;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.SeveritySource;
import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.Today;
import dev.mitigauge.facts.Waiver;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of the {@code given} of a rule case. What a case does not say is what a plain document would say: an open task of the normal
 * tier, a mitigation in place, a risk without owner or date, in the document {@code doc}, each item on a line of its own.
 */
final class CaseFacts {

    /** Name of the document that items stand in if they name none. */
    static final String DOCUMENT = "doc";

    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private int line;

    private CaseFacts() {}

    /**
     * Facts of a {@code given}.
     *
     * @throws CaseException if it holds something that can't be understood
     */
    static List<Fact> of(JsonNode given) {
        CaseFacts facts = new CaseFacts();
        facts.read(given);
        return facts.facts;
    }

    private void read(JsonNode given) {
        new Keys(given, "given")
                .only(
                        "documents",
                        "sections",
                        "claims",
                        "tasks",
                        "risks",
                        "mitigations",
                        "assumptions",
                        "references",
                        "subtasks",
                        "lookedUp",
                        "codeOwners",
                        "checkout",
                        "waivers",
                        "deployment",
                        "today",
                        "profile");
        each(given, "documents", this::document);
        each(given, "sections", this::section);
        each(given, "claims", this::claim);
        each(given, "tasks", this::task);
        each(given, "risks", this::risk);
        each(given, "mitigations", this::mitigation);
        each(given, "assumptions", this::assumption);
        each(given, "references", this::reference);
        each(given, "subtasks", this::subtask);
        each(given, "lookedUp", this::lookedUp);
        each(given, "codeOwners", this::codeOwner);
        each(given, "checkout", this::checkout);
        each(given, "waivers", this::waiver);
        given.path("deployment")
                .properties()
                .forEach(entry -> facts.add(
                        new Deployment(entry.getKey(), entry.getValue().asText())));
        @Nullable LocalDate today = new Keys(given, "given").date("today");
        if (today != null) {
            facts.add(new Today(today));
        }
        Set<String> named = new HashSet<>();
        facts.forEach(fact -> {
            if (fact instanceof Document document) {
                named.add(document.name());
            }
        });
        documents.stream().filter(name -> !named.contains(name)).forEach(this::plainDocument);
    }

    private interface Reading {
        void read(Keys keys);
    }

    private static void each(JsonNode given, String list, Reading reading) {
        JsonNode items = given.path(list);
        if (!items.isMissingNode() && !items.isArray()) {
            throw new CaseException("`" + list + "` must be a list");
        }
        Iterator<JsonNode> all = items.elements();
        while (all.hasNext()) {
            reading.read(new Keys(all.next(), list));
        }
    }

    private void plainDocument(String name) {
        facts.add(new Document(
                name,
                kind(name),
                "0",
                100,
                1,
                "en",
                Provenance.UNKNOWN,
                null,
                false,
                List.of(),
                new SourceRef(name, 1, 100, name)));
    }

    /** What the items in it make it. */
    private DocumentKind kind(String name) {
        boolean tasks = facts.stream()
                .anyMatch(fact -> fact instanceof Task task && task.document().equals(name));
        boolean risks = facts.stream()
                .anyMatch(fact ->
                        fact instanceof DeferredRisk risk && risk.document().equals(name));
        return tasks && risks
                ? DocumentKind.MIXED
                : tasks ? DocumentKind.CHECKLIST : risks ? DocumentKind.REGISTER : DocumentKind.UNRECOGNISED;
    }

    private void document(Keys keys) {
        keys.only("name", "kind", "lines", "understood", "language", "protocol", "template", "written");
        String name = keys.text("name", DOCUMENT);
        facts.add(new Document(
                name,
                keys.constant("kind", DocumentKind.class, DocumentKind.CHECKLIST),
                "0",
                keys.number("lines", 100),
                keys.decimal("understood", 1),
                keys.text("language", "en"),
                written(keys.date("written")),
                keys.optional("protocol"),
                keys.flag("template"),
                List.of(),
                new SourceRef(name, 1, 100, name)));
    }

    private static Provenance written(@Nullable LocalDate day) {
        return day == null ? Provenance.UNKNOWN : new Provenance(null, null, day.toString(), List.of());
    }

    private void section(Keys keys) {
        keys.only("id", "document", "parent", "title", "tier", "must", "depth", "phase", "environment");
        String document = documentOf(keys);
        String id = keys.text("id", "section");
        String title = keys.text("title", id);
        facts.add(new Section(
                id,
                keys.optional("parent"),
                title,
                List.of(title),
                keys.number("depth", 2),
                keys.integer("phase"),
                keys.constant("tier", Tier.class, Tier.NORMAL),
                keys.flag("must"),
                keys.optional("environment"),
                next(document, title)));
    }

    private void claim(Keys keys) {
        keys.only("id", "document", "scope", "section", "claim", "amount", "total", "date", "wording");
        String document = documentOf(keys);
        ClaimKind kind = keys.constant("claim", ClaimKind.class, ClaimKind.READY);
        @Nullable String section = keys.optional("section");
        ClaimScope scope =
                keys.constant("scope", ClaimScope.class, section == null ? ClaimScope.DOCUMENT : ClaimScope.SECTION);
        String wording = keys.text("wording", kind.name());
        facts.add(new StatusClaim(
                keys.text("id", "claim-" + (line + 1)),
                scope,
                section == null ? document : section,
                kind,
                keys.integer("amount"),
                keys.integer("total"),
                keys.date("date"),
                wording,
                next(document, wording)));
    }

    private void task(Keys keys) {
        keys.only(
                "id",
                "document",
                "section",
                "text",
                "state",
                "tier",
                "must",
                "proof",
                "accepted",
                "note",
                "topics",
                "files",
                "environment",
                "owner",
                "effort",
                "duplicateOf",
                "times");
        for (int i = keys.number("times", 1); i > 0; i--) {
            String document = documentOf(keys);
            String id = keys.text("id", "task-" + (line + 1));
            String text = keys.text("text", id);
            facts.add(new Task(
                    id,
                    document,
                    keys.text("section", document),
                    text,
                    keys.constant("state", TaskState.class, TaskState.OPEN),
                    keys.constant("tier", Tier.class, Tier.NORMAL),
                    keys.flag("must"),
                    keys.constant("proof", Proof.class, Proof.STATED),
                    keys.flag("accepted"),
                    keys.optional("note"),
                    new TreeSet<>(keys.texts("topics")),
                    keys.texts("files"),
                    keys.optional("environment"),
                    keys.optional("owner"),
                    keys.optional("effort"),
                    id,
                    keys.optional("duplicateOf"),
                    next(document, text)));
        }
    }

    private void risk(Keys keys) {
        keys.only(
                "id",
                "document",
                "section",
                "codes",
                "title",
                "severity",
                "likelihood",
                "impact",
                "category",
                "error",
                "reason",
                "file",
                "steps",
                "effort",
                "owner",
                "ownerKind",
                "reviewDate",
                "reviewTrigger",
                "reviewBasis",
                "acceptedBy",
                "since",
                "state",
                "must",
                "topics",
                "missing",
                "duplicateOf");
        String document = documentOf(keys);
        String id = keys.text("id", "R" + (line + 1));
        String title = keys.text("title", id);
        Severity severity = keys.constant("severity", Severity.class, Severity.UNRATED);
        @Nullable String file = keys.optional("file");
        @Nullable String owner = keys.optional("owner");
        @Nullable LocalDate reviewDate = keys.date("reviewDate");
        @Nullable String reviewTrigger = keys.optional("reviewTrigger");
        facts.add(new DeferredRisk(
                id,
                document,
                keys.text("section", document),
                keys.texts("codes"),
                title,
                severity,
                severity == Severity.UNRATED ? SeveritySource.UNRATED : SeveritySource.STATED,
                keys.optional("likelihood", Rating.class),
                keys.optional("impact", Rating.class),
                keys.optional("category"),
                keys.optional("error"),
                keys.optional("reason"),
                file == null ? null : new FileRef(file, null),
                keys.texts("steps"),
                keys.optional("effort"),
                owner,
                keys.constant("ownerKind", OwnerKind.class, owner == null ? OwnerKind.NONE : OwnerKind.PERSON),
                reviewDate,
                reviewTrigger,
                keys.constant("reviewBasis", ReviewBasis.class, basis(reviewDate, reviewTrigger)),
                keys.optional("acceptedBy"),
                keys.date("since"),
                keys.constant("state", RiskState.class, RiskState.OPEN),
                keys.flag("must"),
                new TreeSet<>(keys.texts("topics")),
                new TreeSet<>(keys.texts("missing")),
                id,
                keys.optional("duplicateOf"),
                next(document, title)));
    }

    private static ReviewBasis basis(@Nullable LocalDate date, @Nullable String trigger) {
        return date != null ? ReviewBasis.DATE : trigger != null ? ReviewBasis.TRIGGER : ReviewBasis.NONE;
    }

    private void mitigation(Keys keys) {
        keys.only("id", "risk", "document", "text", "tense", "kind", "topics", "cites");
        String document = documentOf(keys);
        String risk = keys.text("risk", "R1");
        String text = keys.text("text", "mitigation of " + risk);
        facts.add(new Mitigation(
                keys.text("id", risk + "/m" + (line + 1)),
                risk,
                text,
                keys.constant("tense", Tense.class, Tense.IN_PLACE),
                keys.constant("kind", MitigationKind.class, MitigationKind.CONTROL),
                new TreeSet<>(keys.texts("topics")),
                keys.texts("cites"),
                next(document, text)));
    }

    private void assumption(Keys keys) {
        keys.only("risk", "mitigation", "document", "key", "expected");
        String document = documentOf(keys);
        String key = keys.text("key", "deployment.instances");
        facts.add(new Assumption(
                keys.text("risk", "R1"),
                keys.text("mitigation", "M1"),
                key,
                keys.text("expected", "1"),
                next(document, key)));
    }

    private void reference(Keys keys) {
        keys.only("from", "document", "kind", "target");
        String document = documentOf(keys);
        String target = keys.text("target", "T1");
        facts.add(new Reference(
                keys.text("from", "M1"),
                keys.constant("kind", ReferenceKind.class, ReferenceKind.ID),
                target,
                next(document, target)));
    }

    private void subtask(Keys keys) {
        keys.only("task", "document", "parent");
        String document = documentOf(keys);
        String task = keys.text("task", "T2");
        facts.add(new Subtask(task, keys.text("parent", "T1"), next(document, task)));
    }

    private void lookedUp(Keys keys) {
        keys.only("item", "document", "kind", "target", "found", "says");
        String document = documentOf(keys);
        String target = keys.text("target", "src/app.ts");
        boolean found = keys.flag("found");
        facts.add(new LookedUp(
                keys.text("item", "M1"),
                keys.constant("kind", ReferenceKind.class, ReferenceKind.PATH),
                target,
                found,
                keys.text("says", found ? "is in the checkout" : "is not in the checkout"),
                next(document, target)));
    }

    private void codeOwner(Keys keys) {
        keys.only("item", "document", "owners", "from");
        String document = documentOf(keys);
        String owners = keys.text("owners", "@team");
        facts.add(new CodeOwner(
                keys.text("item", "R1"), owners, keys.text("from", "CODEOWNERS:1"), next(document, owners)));
    }

    private void checkout(Keys keys) {
        keys.only("commit", "found", "absent", "unknown");
        facts.add(new Checkout(
                keys.text("commit", "0123456789abcdef0123456789abcdef01234567"),
                keys.number("found", 0),
                keys.number("absent", 0),
                keys.number("unknown", 0)));
    }

    private void waiver(Keys keys) {
        keys.only("id", "rule", "item", "owner", "reason", "expires");
        @Nullable LocalDate expires = keys.date("expires");
        facts.add(new Waiver(
                keys.text("id", "W1"),
                keys.optional("rule"),
                keys.optional("item"),
                keys.text("owner", "release team"),
                keys.text("reason", "accepted for now"),
                expires == null ? LocalDate.of(2999, 12, 31) : expires));
    }

    private String documentOf(Keys keys) {
        String name = keys.text("document", DOCUMENT);
        documents.add(name);
        return name;
    }

    private SourceRef next(String document, String excerpt) {
        line++;
        return new SourceRef(document, line, line, excerpt);
    }

    /** The keys of one item of a case. */
    private record Keys(JsonNode node, String of) {

        void only(String... known) {
            List<String> names = List.of(known);
            if (!node.isObject()) {
                throw new CaseException("an item of `" + of + "` must be a map of keys");
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!names.contains(entry.getKey())) {
                    throw new CaseException(
                            "unknown key `" + entry.getKey() + "` of " + of + Names.didYouMean(entry.getKey(), names),
                            "use one of " + String.join(", ", names));
                }
            }
        }

        @Nullable
        String optional(String key) {
            JsonNode value = node.path(key);
            return value.isMissingNode() || value.isNull() ? null : value.asText();
        }

        String text(String key, String otherwise) {
            @Nullable String value = optional(key);
            return value == null ? otherwise : value;
        }

        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            node.path(key).elements().forEachRemaining(value -> texts.add(value.asText()));
            return texts;
        }

        boolean flag(String key) {
            JsonNode value = node.path(key);
            if (!value.isMissingNode() && !value.isBoolean()) {
                throw new CaseException("`" + key + "` of " + of + " must be true or false, but is " + value);
            }
            return value.asBoolean(false);
        }

        int number(String key, int otherwise) {
            @Nullable Integer value = integer(key);
            return value == null ? otherwise : value;
        }

        @Nullable
        Integer integer(String key) {
            JsonNode value = node.path(key);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isInt()) {
                throw new CaseException("`" + key + "` of " + of + " must be a whole number, but is " + value);
            }
            return value.asInt();
        }

        double decimal(String key, double otherwise) {
            JsonNode value = node.path(key);
            if (!value.isMissingNode() && !value.isNumber()) {
                throw new CaseException("`" + key + "` of " + of + " must be a number, but is " + value);
            }
            return value.asDouble(otherwise);
        }

        @Nullable
        LocalDate date(String key) {
            @Nullable String value = optional(key);
            if (value == null) {
                return null;
            }
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new CaseException(
                        "`" + key + "` of " + of + " must be a date like 2026-01-31, but is `" + value + "`");
            }
        }

        <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
            @Nullable E value = optional(key, type);
            return value == null ? otherwise : value;
        }

        <E extends Enum<E>> @Nullable E optional(String key, Class<E> type) {
            @Nullable String value = optional(key);
            if (value == null) {
                return null;
            }
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            if (!names.contains(value)) {
                throw new CaseException(
                        "unknown " + key + " `" + value + "` of " + of
                                + Names.didYouMean(value.toUpperCase(Locale.ROOT), names),
                        "use one of " + String.join(", ", names));
            }
            return Enum.valueOf(type, value);
        }
    }
}
