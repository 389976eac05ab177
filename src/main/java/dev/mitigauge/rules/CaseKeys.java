package dev.mitigauge.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.CodeOwner;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.LookedUp;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How facts are written in the {@code given} of a case: what {@link CaseFacts} reads, the other way round. */
final class CaseKeys {

    /**
     * A key of an item and the component of the fact that it sets.
     *
     * @param names whether it says what the item is, or what it belongs to; else it may be left out
     */
    record ItemKey(String key, String component, boolean names) {}

    private static final Map<Class<? extends Fact>, String> LISTS = lists();
    private static final Map<Class<? extends Fact>, List<ItemKey>> KEYS = keys();
    private static final Map<Class<? extends Fact>, Fact> PLAIN = plain();

    private CaseKeys() {}

    /** Name of the list that facts of this kind stand in; null if they stand in none. */
    static @Nullable String list(Fact fact) {
        return LISTS.get(fact.getClass());
    }

    static List<ItemKey> keys(Fact fact) {
        return KEYS.getOrDefault(fact.getClass(), List.of());
    }

    /** What a component is if its key is left out. */
    static @Nullable Object plain(Fact fact, ItemKey key) {
        return switch (key.component()) {
            case "section", "document" ->
                fact instanceof StatusClaim || key.component().equals("document")
                        ? fact.source().document()
                        : Fields.value(fact, "document");
            case "title" -> Fields.value(fact, "id");
            default -> {
                Fact plain = PLAIN.get(fact.getClass());
                yield plain == null ? null : Fields.value(plain, key.component());
            }
        };
    }

    private static Map<Class<? extends Fact>, String> lists() {
        Map<Class<? extends Fact>, String> lists = new LinkedHashMap<>();
        lists.put(Document.class, "documents");
        lists.put(Section.class, "sections");
        lists.put(StatusClaim.class, "claims");
        lists.put(Task.class, "tasks");
        lists.put(DeferredRisk.class, "risks");
        lists.put(Mitigation.class, "mitigations");
        lists.put(Assumption.class, "assumptions");
        lists.put(Reference.class, "references");
        lists.put(Subtask.class, "subtasks");
        lists.put(LookedUp.class, "lookedUp");
        lists.put(CodeOwner.class, "codeOwners");
        lists.put(Waiver.class, "waivers");
        return lists;
    }

    private static Map<Class<? extends Fact>, List<ItemKey>> keys() {
        Map<Class<? extends Fact>, List<ItemKey>> keys = new HashMap<>();
        keys.put(
                Document.class,
                List.of(
                        named("name"),
                        same("kind"),
                        same("understood"),
                        same("protocol"),
                        same("template"),
                        new ItemKey("written", "provenance", false)));
        keys.put(Section.class, List.of(named("id"), same("parent"), same("title"), same("tier"), same("must")));
        keys.put(
                StatusClaim.class,
                List.of(
                        named("id"),
                        named("scope"),
                        named("section"),
                        same("claim"),
                        same("amount"),
                        same("total"),
                        same("date")));
        keys.put(
                Task.class,
                all(
                        named("id"),
                        named("document"),
                        "section",
                        "state",
                        "tier",
                        "must",
                        "proof",
                        "accepted",
                        "topics",
                        "files",
                        "note",
                        "environment",
                        "owner",
                        "effort",
                        "duplicateOf"));
        keys.put(
                DeferredRisk.class,
                all(
                        named("id"),
                        named("document"),
                        "section",
                        "severity",
                        "likelihood",
                        "impact",
                        "state",
                        "must",
                        "owner",
                        "ownerKind",
                        "reviewDate",
                        "reviewTrigger",
                        "reviewBasis",
                        "since",
                        "acceptedBy",
                        "category",
                        "error",
                        "reason",
                        "file",
                        "codes",
                        "steps",
                        "effort",
                        "topics",
                        "missing",
                        "duplicateOf"));
        keys.put(
                Mitigation.class,
                List.of(
                        named("id"),
                        new ItemKey("risk", "riskId", true),
                        same("tense"),
                        same("kind"),
                        same("topics"),
                        same("cites")));
        keys.put(
                Assumption.class,
                List.of(
                        new ItemKey("risk", "riskId", true),
                        new ItemKey("mitigation", "mitigationId", true),
                        same("key"),
                        same("expected")));
        keys.put(Reference.class, List.of(named("from"), same("kind"), named("target")));
        keys.put(Subtask.class, List.of(named("task"), named("parent")));
        keys.put(LookedUp.class, List.of(named("item"), same("kind"), named("target"), same("found"), same("says")));
        keys.put(CodeOwner.class, List.of(named("item"), same("owners"), same("from")));
        keys.put(Waiver.class, List.of(named("id"), same("rule"), same("item"), named("expires")));
        return keys;
    }

    private static List<ItemKey> all(ItemKey id, ItemKey document, String... others) {
        List<ItemKey> keys = new ArrayList<>(List.of(id, document));
        for (String other : others) {
            keys.add(same(other));
        }
        return List.copyOf(keys);
    }

    private static ItemKey same(String name) {
        return new ItemKey(name, name, false);
    }

    private static ItemKey named(String name) {
        return new ItemKey(name, name, true);
    }

    /** Facts as a case makes them that says nothing of them. */
    private static Map<Class<? extends Fact>, Fact> plain() {
        StringBuilder given = new StringBuilder();
        LISTS.values().forEach(list -> given.append(list).append(": [{}]\n"));
        Map<Class<? extends Fact>, Fact> plain = new HashMap<>();
        try {
            CaseFacts.of(new YAMLMapper().readTree(given.toString())).forEach(fact -> plain.put(fact.getClass(), fact));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case of plain facts can't be read", e);
        }
        return plain;
    }
}
