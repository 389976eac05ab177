package dev.mitigauge.rules;

import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.FileRef;
import dev.mitigauge.facts.Provenance;
import dev.mitigauge.facts.Today;
import dev.mitigauge.rules.CaseKeys.ItemKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Facts as the {@code given} of a case, on one line, so that what is shown can be put into a case file. */
final class CaseText {

    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z][\\w./#-]*( [\\w./#-]+)*|[\\d-]+");

    private CaseText() {}

    /** {@code { tasks: [{ id: T1, tier: CRITICAL }], profile: staging }}; what a case does not need to say is left out. */
    static String of(List<Fact> facts, String profile) {
        List<String> parts = new ArrayList<>(listed(facts));
        String deployment = facts.stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .map(value -> value.key() + ": " + quoted(value.value()))
                .collect(Collectors.joining(", "));
        if (!deployment.isEmpty()) {
            parts.add("deployment: { " + deployment + " }");
        }
        facts.stream()
                .filter(Today.class::isInstance)
                .map(fact -> "today: " + ((Today) fact).date())
                .forEach(parts::add);
        if (!profile.equals("production")) {
            parts.add("profile: " + quoted(profile));
        }
        return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
    }

    /** One fact, such as {@code { id: R1, severity: HIGH }}. */
    static String of(Fact fact) {
        List<String> keys = new ArrayList<>();
        for (ItemKey key : CaseKeys.keys(fact)) {
            @Nullable Object value = Fields.value(fact, key.component());
            boolean asEver = Objects.equals(value, CaseKeys.plain(fact, key));
            boolean name = key.names()
                    && !key.component().equals("document")
                    && !key.component().equals("section");
            if (value != null && (!asEver || (name && !key.component().equals("scope")))) {
                keys.add(key.key() + ": " + text(value));
            }
        }
        String document = fact.source().document();
        boolean says =
                CaseKeys.keys(fact).stream().anyMatch(key -> key.component().equals("document"));
        boolean read = fact.source().line() > 0;
        if (!says && read && !(fact instanceof Document) && !document.equals(CaseFacts.DOCUMENT)) {
            keys.add("document: " + quoted(document));
        } else if (says && !document.equals(CaseFacts.DOCUMENT)) {
            keys.add("document: " + quoted(document));
        }
        return keys.isEmpty() ? "{}" : "{ " + String.join(", ", keys) + " }";
    }

    private static List<String> listed(List<Fact> facts) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Fact fact : facts) {
            @Nullable String list = CaseKeys.list(fact);
            if (list != null && !implied(fact, facts)) {
                lists.computeIfAbsent(list, unused -> new ArrayList<>()).add(of(fact));
            }
        }
        return lists.entrySet().stream()
                .map(list -> list.getKey() + ": [" + String.join(", ", list.getValue()) + "]")
                .toList();
    }

    /** A plain document is there as soon as something stands in it. */
    private static boolean implied(Fact fact, List<Fact> facts) {
        return fact instanceof Document document
                && document.understood() == 1
                && document.protocol() == null
                && !document.template()
                && facts.stream().anyMatch(other -> other != fact && standsIn(other, document.name()));
    }

    private static boolean standsIn(Fact fact, String document) {
        return fact.source().line() > 0 && fact.source().document().equals(document);
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return "["
                    + several.stream()
                            .map(each -> quoted(each.toString()))
                            .sorted()
                            .collect(Collectors.joining(", ")) + "]";
        }
        if (value instanceof Provenance provenance) {
            return String.valueOf(provenance.date());
        }
        return value instanceof FileRef file
                ? quoted(file.path())
                : value instanceof String ? quoted(value.toString()) : value.toString();
    }

    private static String quoted(String text) {
        return PLAIN_WORD.matcher(text).matches() && !text.equals("true") && !text.equals("false")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
