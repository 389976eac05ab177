package dev.mitigauge.rules;

import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.RuleText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries the properties on one rule set, one input at a time; a property that was found broken is not tried again. */
final class Certification {

    /** Lines behind those of any input, for what is added to it. */
    private static final int LATER = 1_000_000;

    private final RuleSet rules;
    private final List<String> ids;
    private final List<String> profiles;
    private final Set<Property> known = EnumSet.noneOf(Property.class);
    private Judging judging;
    private Map<Property, Trial> broken = new EnumMap<>(Property.class);

    /**
     * What came of one input.
     *
     * @param broken what did not hold
     */
    record Attempt(int judgements, Set<String> fired, Map<Property, Trial> broken) {

        /** A set that failed once may need as long for each further input as judging may take at all. */
        boolean isLast() {
            return broken.containsKey(Property.JUDGED);
        }
    }

    Certification(RuleSet rules) {
        this.rules = rules;
        this.judging = new Judging(rules);
        this.ids = rules.catalogue().stream().map(RuleText::id).toList();
        this.profiles = List.copyOf(rules.profiles());
    }

    /** Tries an input that is drawn. */
    Attempt generated(Draw draw) {
        return attempt(GeneratedFacts.of(draw, ids), draw);
    }

    /** Tries an input. */
    Attempt attempt(List<Fact> facts, Draw draw) {
        judging = new Judging(rules);
        broken = new EnumMap<>(Property.class);
        tryOn(facts, draw);
        known.addAll(broken.keySet());
        return new Attempt(judging.count(), judging.fired(), broken);
    }

    private void tryOn(List<Fact> facts, Draw draw) {
        String profile = draw.of(profiles);
        List<Fact> read = FactOrder.sorted(facts);
        try {
            Conclusions base = judging.judge(read, profile);
            for (Property property : Property.values()) {
                if (property.ofOne()) {
                    hold(new Trial(property, read, new Change.None(), profile), base, base);
                }
            }
            finishing(read, base, draw, profile);
            mitigating(read, base, draw, profile);
            deferring(read, base, draw, profile);
            opening(read, base, draw, profile);
            ordering(read, base, draw, profile);
            after(new Trial(Property.SAME, read, new Change.None(), profile), base);
        } catch (RuleFailure e) {
            broken.putIfAbsent(Property.JUDGED, new Trial(Property.JUDGED, read, new Change.None(), profile));
        }
    }

    /** An open task is finished; without one, a finished task is taken for open before. */
    private void finishing(List<Fact> facts, Conclusions base, Draw draw, String profile) {
        List<Task> open = tasks(facts).stream()
                .filter(task -> task.state() != TaskState.DONE)
                .toList();
        if (!open.isEmpty()) {
            Change finish = new Change.Finish(draw.of(open).id(), draw.of(Proof.values()));
            after(new Trial(Property.FINISHING, facts, finish, profile), base);
        } else if (!tasks(facts).isEmpty()) {
            Task done = draw.of(tasks(facts));
            List<Fact> reopened = new ArrayList<>(facts);
            reopened.set(
                    facts.indexOf(done),
                    Fields.with(Fields.with(done, "state", draw.of(DrawnItems.WAITING)), "proof", Proof.STATED));
            hold(
                    new Trial(Property.FINISHING, reopened, new Change.Finish(done.id(), done.proof()), profile),
                    judging.judge(reopened, profile),
                    base);
        }
    }

    private void mitigating(List<Fact> facts, Conclusions base, Draw draw, String profile) {
        List<DeferredRisk> risks = facts.stream()
                .filter(DeferredRisk.class::isInstance)
                .map(DeferredRisk.class::cast)
                .toList();
        if (!risks.isEmpty()) {
            DeferredRisk risk = draw.of(risks);
            List<String> cited = tasks(facts).stream().map(Task::id).toList();
            add(Property.MITIGATING, later(draw).mitigation(risk.document(), risk.id(), cited), facts, base, profile);
        }
    }

    private void deferring(List<Fact> facts, Conclusions base, Draw draw, String profile) {
        String document = document(facts);
        add(Property.DEFERRING, later(draw).openRisk(document, document), facts, base, profile);
    }

    private void opening(List<Fact> facts, Conclusions base, Draw draw, String profile) {
        String document = document(facts);
        add(Property.OPENING, later(draw).openTask(document, document), facts, base, profile);
    }

    private void add(Property property, Fact fact, List<Fact> facts, Conclusions base, String profile) {
        after(new Trial(property, facts, new Change.Add(fact), profile), base);
    }

    private void ordering(List<Fact> facts, Conclusions base, Draw draw, String profile) {
        Change reorder = new Change.Reorder(draw.seed());
        if (untried(Property.ORDER)) {
            hold(new Trial(Property.ORDER, facts, reorder, profile), base, judging.inOrder(reorder.on(facts), profile));
        }
    }

    private void after(Trial trial, Conclusions before) {
        if (untried(trial.property())) {
            List<Fact> changed = trial.change().on(trial.facts());
            try {
                hold(trial, before, judging.judge(changed, trial.profile()));
            } catch (RuleFailure e) {
                broken.putIfAbsent(
                        Property.JUDGED, new Trial(Property.JUDGED, changed, new Change.None(), trial.profile()));
            }
        }
    }

    private void hold(Trial trial, Conclusions before, Conclusions after) {
        Property property = trial.property();
        if (untried(property)
                && property.broken(trial.change().on(trial.facts()), before, after)
                        .isPresent()) {
            broken.put(property, trial);
        }
    }

    private boolean untried(Property property) {
        return !known.contains(property) && !broken.containsKey(property);
    }

    private static DrawnItems later(Draw draw) {
        return new DrawnItems(draw, LATER);
    }

    private static List<Task> tasks(List<Fact> facts) {
        return facts.stream()
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .toList();
    }

    private static String document(List<Fact> facts) {
        return facts.stream()
                .filter(Document.class::isInstance)
                .map(fact -> ((Document) fact).name())
                .findFirst()
                .orElse(CaseFacts.DOCUMENT);
    }
}
