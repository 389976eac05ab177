package dev.mitigauge.assessment.change;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Say;
import dev.mitigauge.findings.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the shortest list of steps to the best verdict within reach, by firing the rules anew on facts as they would be. All steps
 * together say what is within reach; {@link SmallestSet} says what of them is needed, cheap ones before dear ones; then what is left is cut
 * down to the tasks that are needed.
 */
public final class PathSearch {

    /** Share of the runs that may go into measuring single steps: the better they are in order, the shorter the list. */
    private static final int MEASURED_SHARE = 3;

    /** Most steps that are told one by one; nobody reads more, and each costs a run. */
    private static final int MOST_WALKED = 40;

    private final List<Fact> facts;
    private final Conclusions now;
    private final Efforts efforts;
    private final Trials trials;
    private final int reserved;
    private boolean cutShort;

    /**
     * @param facts as they are
     * @param now what rules conclude of them
     */
    public PathSearch(List<Fact> facts, Conclusions now, Efforts efforts, Trials trials) {
        this.facts = List.copyOf(facts);
        this.now = now;
        this.efforts = efforts;
        this.trials = trials;
        this.reserved = Math.min(MOST_WALKED, trials.left() / 4);
    }

    /** The path. */
    public Path path() {
        Verdict verdict = now.decision().verdict();
        if (verdict == Verdict.READY) {
            return new Path(verdict, true, List.of(), 0, trials.runs(), null);
        }
        List<Step> all = Steps.of(facts, now, efforts);
        Conclusions after = trials.after(changes(all));
        Verdict target = after.decision().verdict();
        if (!Verdicts.worse(verdict, target)) {
            return new Path(verdict, false, List.of(), 0, trials.runs(), outOfReach(after));
        }
        List<Step> preferred = preferred(all, Verdicts.worse(Verdict.INSUFFICIENT_EVIDENCE, target));
        List<Step> smallest = smallest(preferred, target);
        List<Step> enough = reaches(smallest, target) ? smallest : preferred;
        List<Step> needed = spared(trimmed(enough, target), target);
        return walked(staged(needed, target), target == Verdict.READY ? null : outOfReach(after));
    }

    private String outOfReach(Conclusions after) {
        if (after.decision().equals(now.decision())) {
            return "nothing of what the documents list would change that";
        }
        return "with all done that the documents list the verdict would still be "
                + Say.word(after.decision().verdict()) + ": " + after.decision().reason();
    }

    private List<Step> smallest(List<Step> all, Verdict target) {
        return new SmallestSet<Step>(some -> reaches(some, target)).of(all);
    }

    /** Out of runs, what was not asked about is kept: the list is then longer than it need be, but it still reaches its end. */
    private boolean reaches(List<Step> steps, Verdict target) {
        if (trials.left() <= reserved) {
            cutShort = true;
            return false;
        }
        Verdict then = trials.after(changes(steps)).decision().verdict();
        return Verdicts.atLeast(then, target);
    }

    private record Measured(Step step, double progress) {

        double perHour() {
            return progress / Math.max(0.01, step.hours());
        }
    }

    /**
     * What is to be kept rather than something else: what has only to be written, then what brings most for an hour, then last resorts.
     *
     * @param scored whether the verdict aimed at depends on scores: what only has to stop holding the release needs no measuring
     */
    private List<Step> preferred(List<Step> all, boolean scored) {
        boolean measure = scored && all.size() <= trials.left() / MEASURED_SHARE;
        double before = progress(now);
        return all.stream()
                .map(step ->
                        new Measured(step, measure ? Math.max(0, progress(trials.after(step.changes())) - before) : 0))
                .sorted(Comparator.comparing((Measured each) -> each.step().order() == Step.Order.LAST)
                        .thenComparing(each -> each.progress() > 1e-9)
                        .thenComparing(Measured::perHour, Comparator.reverseOrder())
                        .thenComparingDouble(each -> each.step().hours()))
                .map(Measured::step)
                .toList();
    }

    /** How far the work is, caps aside: they hide what a step brings until the last of its kind is done. */
    private static double progress(Conclusions conclusions) {
        @Nullable Double completion = conclusions.readiness().completion();
        return (completion == null ? 0 : completion)
                - conclusions.deferredRisk().score() / 100;
    }

    /** Of each step no more than is needed, those first that were kept last. */
    private List<Step> trimmed(List<Step> steps, Verdict target) {
        List<Step> trimmed = new ArrayList<>(steps);
        for (int i = trimmed.size() - 1; i >= 0; i--) {
            int enough = enough(trimmed, i, target);
            if (enough < trimmed.get(i).size()) {
                trimmed.set(i, trimmed.get(i).cheapest().apply(enough));
            }
        }
        return trimmed;
    }

    /** How many parts of one step are needed beside the others, by halving; most often all, so that is asked first. */
    private int enough(List<Step> steps, int place, Verdict target) {
        int all = steps.get(place).size();
        if (all == 1 || !reaches(with(steps, place, all - 1), target)) {
            return all;
        }
        int least = 1;
        int enough = all - 1;
        while (least < enough) {
            int middle = (least + enough) / 2;
            if (reaches(with(steps, place, middle), target)) {
                enough = middle;
            } else {
                least = middle + 1;
            }
        }
        return enough;
    }

    /**
     * Without what is not needed after all: what is done can make a claim wrong, so that fewer steps may do with fewer others.
     */
    private List<Step> spared(List<Step> steps, Verdict target) {
        List<Step> left = new ArrayList<>(steps);
        for (int i = left.size() - 1; i >= 0; i--) {
            Step step = left.remove(i);
            if (!reaches(left, target)) {
                left.add(i, step);
            }
        }
        return left.size() < steps.size() ? spared(left, target) : left;
    }

    private static List<Step> with(List<Step> steps, int place, int parts) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.set(place, steps.get(place).cheapest().apply(parts));
        return fewer;
    }

    /** What reaches the next verdict first, then the rest; cheap before dear. */
    private List<Step> staged(List<Step> needed, Verdict target) {
        Verdict next = Verdict.READY_WITH_CONDITIONS;
        boolean between =
                target == Verdict.READY && Verdicts.worse(now.decision().verdict(), next);
        List<Step> first = between ? smallest(needed, next) : List.of();
        return needed.stream()
                .sorted(Comparator.comparing((Step step) -> !first.contains(step))
                        .thenComparingDouble(Step::hours)
                        .thenComparing(Step::order)
                        .thenComparing(Step::source))
                .toList();
    }

    private Path walked(List<Step> steps, @Nullable String note) {
        List<Step> told = told(steps, Math.max(3, Math.min(MOST_WALKED, trials.left())));
        List<Path.PathStep> walked = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Conclusions before = now;
        for (Step step : told) {
            changes.addAll(step.changes());
            Conclusions after = trials.after(changes);
            walked.add(Walked.step(step, before, after));
            before = after;
        }
        Verdict end = before.decision().verdict();
        return new Path(end, end == Verdict.READY, walked, hours(steps), trials.runs(), note == null ? left() : note);
    }

    private @Nullable String left() {
        return cutShort
                ? "the search ended after " + trials.runs()
                        + " runs of the rules: something of this list may not be needed"
                : null;
    }

    /** The same steps, those beyond a number as one. */
    private static List<Step> told(List<Step> steps, int most) {
        if (steps.size() <= most) {
            return steps;
        }
        List<Step> told = new ArrayList<>(steps.subList(0, most - 1));
        List<Step> rest = steps.subList(most - 1, steps.size());
        told.add(Step.whole(
                rest.size() + " more: "
                        + Say.listed(rest.stream().map(Step::action).toList()),
                changes(rest),
                null,
                hours(rest),
                Step.Order.LAST,
                rest.get(0).source()));
        return told;
    }

    private static double hours(List<Step> steps) {
        return steps.stream().mapToDouble(Step::hours).sum();
    }

    private static List<Change> changes(List<Step> steps) {
        return steps.stream().flatMap(step -> step.changes().stream()).collect(Collectors.toCollection(ArrayList::new));
    }
}
