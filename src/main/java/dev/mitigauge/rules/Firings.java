package dev.mitigauge.rules;

import dev.mitigauge.findings.RuleText;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Tells findings which rule is firing, and counts. Of one session. */
final class Firings extends DefaultAgendaEventListener {

    private final Map<String, RuleInfo> rules;
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param rules by name */
    Firings(Map<String, RuleInfo> rules) {
        this.rules = rules;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        RuleInfo rule = rules.get(event.getMatch().getRule().getName());
        if (rule == null) {
            throw new IllegalStateException("a rule fires that is in no file");
        }
        RuleText.nowFiring(rule.text());
        counts.merge(rule.text().id(), 1, Integer::sum);
    }

    /** How often each rule fired, by rule id. */
    SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** Id of the rule that fired most. */
    String busiest() {
        return counts().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }
}
