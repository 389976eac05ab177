package dev.mitigauge.rules;

import dev.mitigauge.findings.RuleText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Tells findings which rule is firing, counts, and takes the time. Of one session. */
final class Firings extends DefaultAgendaEventListener {

    /** What one rule did. */
    private static final class Fired {
        private final RuleInfo rule;
        private int times;
        private long nanos;

        private Fired(RuleInfo rule) {
            this.rule = rule;
        }
    }

    private final Map<String, RuleInfo> rules;
    private final @Nullable LocalDate today;
    private final Map<String, Fired> fired = new HashMap<>();
    private @Nullable Fired firing;
    private boolean timing;
    private long lastEnd;

    /**
     * Of no rule yet.
     *
     * @param rules by name
     * @param today the day of the judgement, null if none was given: then every rule counts in full
     */
    Firings(Map<String, RuleInfo> rules, @Nullable LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** From now on time counts for the rule that fires next. */
    void begin() {
        timing = true;
        lastEnd = System.nanoTime();
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Fired now = fired.computeIfAbsent(event.getMatch().getRule().getName(), this::first);
        RuleInfo rule = now.rule;
        RuleText.nowFiring(rule.text(), rule.inGrace(today) ? rule.from() : null);
        now.times++;
        firing = now;
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        @Nullable Fired now = firing;
        if (timing && now != null) {
            long end = System.nanoTime();
            now.nanos += end - lastEnd;
            lastEnd = end;
        }
    }

    /** How often each rule fired, by rule id. */
    SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        fired.values().forEach(each -> counts.merge(each.rule.text().id(), each.times, Integer::sum));
        return counts;
    }

    void tell(RuleTimes times) {
        fired.values().forEach(each -> times.took(each.rule.text().id(), each.nanos));
    }

    /** Id of the rule that fired most. */
    String busiest() {
        return counts().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }

    private Fired first(String name) {
        @Nullable RuleInfo rule = rules.get(name);
        if (rule == null) {
            throw new IllegalStateException("a rule fires that is in no file");
        }
        return new Fired(rule);
    }
}
