package dev.mitigauge.rules;

import dev.mitigauge.facts.Counts;
import dev.mitigauge.facts.Disagreements;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Links;
import dev.mitigauge.facts.Parts;
import dev.mitigauge.facts.Today;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import dev.mitigauge.rules.tables.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/** A rule set on Drools: a rule base, the tables, a session for each judgement. */
final class DroolsRuleSet implements RuleSet {

    private final RuleFiles files;
    private final String digest;
    private final Sessions sessions;
    private final ClassValue<Boolean> asked;
    private final Map<String, RuleInfo> rules;
    private final SortedMap<String, Table> tables;
    private final SortedMap<String, Threshold> thresholds;
    private final RowUse rows;
    private final RulesSettings settings;
    private final Guard guard;
    /** Put together when somebody asks. */
    private volatile @Nullable List<RuleEntry> entries;

    DroolsRuleSet(RuleFiles files, RuleBase base, Collection<TableFile> tables, RulesSettings settings) {
        this.files = files;
        this.digest = files.digest();
        this.sessions = base.sessions();
        this.asked = base.asked();
        this.rules =
                base.code().rules().stream().collect(Collectors.toUnmodifiableMap(RuleInfo::name, Function.identity()));
        this.tables = new TreeMap<>();
        tables.forEach(file -> this.tables.put(file.table().name(), file.table()));
        this.thresholds = new TreeMap<>();
        tables.stream()
                .flatMap(file -> file.facts().stream())
                .filter(Threshold.class::isInstance)
                .map(Threshold.class::cast)
                .forEach(row -> thresholds.put(row.profile(), row));
        List<?> asked = tables.stream()
                .flatMap(file -> file.facts().stream())
                .filter(row -> !(row instanceof Threshold) && this.asked.get(row.getClass()))
                .toList();
        this.rows = RowUse.of(asked, base.sessions().base(), files.texts(".drl").values());
        this.settings = settings;
        this.guard = base.guard();
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public RuleFiles files() {
        return files;
    }

    @Override
    public Set<String> profiles() {
        return new TreeSet<>(thresholds.keySet());
    }

    @Override
    public List<RuleText> catalogue() {
        return infos().stream().map(RuleInfo::text).toList();
    }

    @Override
    public List<RuleEntry> entries() {
        @Nullable List<RuleEntry> known = entries;
        if (known == null) {
            known = RuleCatalogue.of(files, infos());
            entries = known;
        }
        return known;
    }

    /** All rules, by id. */
    List<RuleInfo> infos() {
        return rules.values().stream()
                .sorted(java.util.Comparator.comparing(info -> info.text().id()))
                .toList();
    }

    @Override
    public Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table `" + name + "` in this rule set"
                    + Names.didYouMean(name, tables.keySet()) + "; add rules/tables/" + name + ".csv");
        }
        return table;
    }

    @Override
    public Conclusions judge(Collection<? extends Fact> facts, String profile) {
        return judge(facts, profile, RuleTimes.NONE);
    }

    @Override
    public Conclusions judge(Collection<? extends Fact> facts, String profile, RuleTimes times) {
        Threshold threshold = threshold(profile);
        List<Fact> sorted = FactOrder.sorted(facts);
        return guard.judging(() -> judge(sorted, threshold, Probe.none(), times));
    }

    @Override
    public Trace trace(Collection<? extends Fact> facts, String profile) {
        Tracing tracing = new Tracing(rules);
        Conclusions conclusions = inOrder(FactOrder.sorted(facts), profile, Probe.telling(tracing));
        return new Trace(conclusions, tracing.concluded());
    }

    /** Judges with the facts in the given order, which must not matter. */
    Conclusions inOrder(List<Fact> facts, String profile, Probe probe) {
        Threshold threshold = threshold(profile);
        return guard.judging(() -> judge(facts, threshold, probe, RuleTimes.NONE));
    }

    private Threshold threshold(String profile) {
        Threshold threshold = thresholds.get(profile);
        if (threshold == null) {
            throw new IllegalArgumentException(
                    "unknown profile `" + profile + "`: use one of " + String.join(", ", profiles()));
        }
        return threshold;
    }

    private Conclusions judge(List<Fact> sorted, Threshold threshold, Probe probe, RuleTimes times) {
        Firings firings = new Firings(rules, today(sorted));
        StatefulKnowledgeSessionImpl session = sessions.take();
        boolean well = false;
        try {
            session.addEventListener(firings);
            List<Fact> all = counted(sorted);
            insert(session, rows.beside(types(all)));
            session.insert(threshold);
            insert(session, all);
            // What was put in reaches the rules now, so that the first one to fire is not charged with it.
            session.flushPropagations();
            if (times != RuleTimes.NONE) {
                firings.begin();
            }
            fire(session, probe.attach(session), firings, settings.maxFiringsPerFact() * (sorted.size() + 10));
            Conclusions conclusions = Collected.conclusions(session.getObjects(), firings.counts());
            well = true;
            firings.tell(times);
            return conclusions;
        } finally {
            RuleText.nowFiring(null);
            if (well) {
                sessions.giveBack(session, sorted.size());
            } else {
                sessions.drop(session);
            }
        }
    }

    private static @Nullable LocalDate today(List<Fact> facts) {
        return facts.stream()
                .filter(Today.class::isInstance)
                .map(fact -> ((Today) fact).date())
                .findFirst()
                .orElse(null);
    }

    /** The facts and what is counted over them. */
    private static List<Fact> counted(List<Fact> sorted) {
        List<Fact> all = new ArrayList<>(sorted);
        all.addAll(Counts.of(sorted));
        all.addAll(Links.of(sorted));
        all.addAll(Parts.of(sorted));
        all.addAll(Disagreements.of(sorted));
        return all;
    }

    private static Set<Class<?>> types(List<Fact> facts) {
        Set<Class<?>> types = new HashSet<>();
        facts.forEach(fact -> types.add(fact.getClass()));
        return types;
    }

    /** Facts of a type that no rule asks for would cost and change nothing. */
    private void insert(KieSession session, List<?> facts) {
        for (Object fact : facts) {
            if (asked.get(fact.getClass())) {
                session.insert(fact);
            }
        }
    }

    private void fire(KieSession session, @Nullable AgendaFilter filter, Firings firings, int limit) {
        int fired;
        try {
            fired = session.fireAllRules(filter, limit);
        } catch (RuntimeException e) {
            throw RuleFailures.root(e) instanceof Budget.Spent ? guard.failure(e) : RuleFailures.of(e);
        }
        if (fired >= limit) {
            throw new RuleFailure("the rules did not come to an end within " + limit + " firings: rule "
                    + firings.busiest() + " fires itself anew");
        }
    }
}
