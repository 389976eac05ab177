package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.RuleConditionElement;
import org.kie.api.KieBase;

/**
 * Which rows of tables some rule could use beside given facts. A rule that asks for a deployment value can't match where none was given, so
 * neither do the rows that it would join with it: most documents need less than half of all rows, and each costs as much as a fact.
 */
final class RowUse {

    private static final Pattern MADE = Pattern.compile("\\bnew\\s+(?:\\w+\\s*\\.\\s*)*(\\w+)");

    /**
     * The rows of one type.
     *
     * @param rows in the order of their table
     * @param needs for each rule that could match them: the facts without which it can't
     */
    private record Kind(List<Object> rows, Set<Set<Class<?>>> needs) {}

    private final List<Kind> kinds;

    private RowUse(List<Kind> kinds) {
        this.kinds = kinds;
    }

    /**
     * Of these rows by the rules of a base.
     *
     * @param texts the files in which they stand: a fact that some rule makes itself may always be there
     */
    static RowUse of(List<?> rows, KieBase base, Collection<String> texts) {
        Set<String> made = new HashSet<>();
        texts.forEach(text -> made.addAll(made(text)));
        Map<Class<?>, Set<Set<Class<?>>>> mentions = new HashMap<>();
        base.getKiePackages().stream()
                .flatMap(each -> each.getRules().stream())
                .map(rule -> ((RuleImpl) rule).getLhs())
                .forEach(conditions -> {
                    Set<Class<?>> needs = new HashSet<>();
                    addNeeds(conditions, needs);
                    needs.removeIf(type -> made.contains(type.getSimpleName()));
                    addMentions(conditions, Set.copyOf(needs), mentions);
                });
        Map<Class<?>, List<Object>> byType = new LinkedHashMap<>();
        rows.forEach(row -> byType.computeIfAbsent(row.getClass(), type -> new ArrayList<>())
                .add(row));
        List<Kind> kinds = new ArrayList<>();
        byType.forEach((type, its) -> kinds.add(new Kind(its, needs(type, mentions))));
        return new RowUse(kinds);
    }

    private static Set<Set<Class<?>>> needs(Class<?> type, Map<Class<?>, Set<Set<Class<?>>>> mentions) {
        Set<Set<Class<?>>> needs = new HashSet<>();
        mentions.forEach((asked, its) -> {
            if (asked.isAssignableFrom(type)) {
                needs.addAll(its);
            }
        });
        return needs;
    }

    /** The rows that matter beside facts of these types. */
    List<Object> beside(Set<Class<?>> present) {
        List<Object> beside = new ArrayList<>();
        for (Kind kind : kinds) {
            if (kind.needs().stream().anyMatch(present::containsAll)) {
                beside.addAll(kind.rows());
            }
        }
        return beside;
    }

    private static Set<String> made(String text) {
        Set<String> made = new HashSet<>();
        Matcher matcher = MADE.matcher(text);
        while (matcher.find()) {
            made.add(matcher.group(1));
        }
        return made;
    }

    /** Facts that must be there; what stands in {@code not}, {@code or} and {@code accumulate} need not. */
    private static void addNeeds(RuleConditionElement element, Set<Class<?>> needs) {
        if (element instanceof GroupElement group && (group.isAnd() || group.isExists())) {
            group.getChildren().forEach(child -> addNeeds(child, needs));
        } else if (element instanceof org.drools.base.rule.Pattern pattern
                && pattern.getSource() == null
                && pattern.getObjectType() instanceof ClassObjectType known
                && Fact.class.isAssignableFrom(known.getClassType())
                && known.getClassType() != Fact.class) {
            needs.add(known.getClassType());
        }
    }

    private static void addMentions(
            RuleConditionElement element, Set<Class<?>> needs, Map<Class<?>, Set<Set<Class<?>>>> mentions) {
        if (element instanceof org.drools.base.rule.Pattern pattern
                && pattern.getObjectType() instanceof ClassObjectType known) {
            mentions.computeIfAbsent(known.getClassType(), type -> new HashSet<>())
                    .add(needs);
        }
        element.getNestedElements().forEach(child -> addMentions(child, needs, mentions));
    }
}
