package dev.mitigauge.report;

import dev.mitigauge.facts.SourceRef;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why: findings worst first, those of one rule together. */
final class FindingsText {

    /** Findings of one rule that are shown; a register of a hundred entries without owner is one fault, not a hundred lines. */
    private static final int SHOWN_OF_A_RULE = 5;

    private static final int[] COLUMNS = {2, 11};
    private static final int TEXT = 21;

    private FindingsText() {}

    static void write(List<Finding> findings, Page page) {
        page.heading("Why");
        if (findings.isEmpty()) {
            page.line(2, Span.plain("no rule found anything to say"));
        }
        byRule(findings).values().forEach(alike -> write(page, alike));
    }

    private static Map<String, List<Finding>> byRule(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.level() + " " + finding.rule(), LinkedHashMap::new, Collectors.toList()));
    }

    private static void write(Page page, List<Finding> alike) {
        Finding first = alike.get(0);
        Map<String, List<SourceRef>> messages = messages(alike);
        // A rule that has nothing to add to its title gives only places.
        List<SourceRef> titled = messages.remove(first.title());
        page.row(
                COLUMNS,
                new Span[] {new Span(first.level().name(), style(first.level())), Span.plain(first.rule())},
                TEXT,
                Span.strong(first.title()),
                at(titled == null ? List.of() : titled));
        messages.entrySet().stream()
                .limit(SHOWN_OF_A_RULE)
                .forEach(message -> page.line(TEXT, Span.plain(message.getKey()), at(message.getValue())));
        int more = messages.size() - SHOWN_OF_A_RULE;
        if (more > 0) {
            page.line(TEXT, Span.faint("and " + more + " more like this; the format json lists all"));
        }
    }

    /** What is said, each once, and of which lines. */
    private static Map<String, List<SourceRef>> messages(List<Finding> alike) {
        Map<String, List<SourceRef>> messages = new LinkedHashMap<>();
        alike.forEach(finding -> messages.computeIfAbsent(finding.message(), message -> new ArrayList<>())
                .addAll(finding.sources()));
        return messages;
    }

    private static Span at(List<SourceRef> sources) {
        return Span.faint(sources.isEmpty() ? "" : "(" + Words.at(sources) + ")");
    }

    private static Span.Style style(Level level) {
        return switch (level) {
            case BLOCKER -> Span.Style.BAD;
            case WARNING -> Span.Style.CAUTION;
            case NOTE -> Span.Style.PLAIN;
        };
    }
}
