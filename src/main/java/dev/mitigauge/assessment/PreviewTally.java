package dev.mitigauge.assessment;

import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSetDiff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what a preview finds, project by project. */
final class PreviewTally {

    private static final Comparator<PreviewReport.ProjectChange> FLIPS_FIRST = Comparator.comparing(
                    PreviewReport.ProjectChange::flips)
            .thenComparingDouble(PreviewTally::largestMove)
            .reversed()
            .thenComparing(PreviewReport.ProjectChange::project);

    private static final Comparator<PreviewReport.RuleEffect> MOST_FIRST =
            Comparator.comparingInt(PreviewTally::places).reversed().thenComparing(PreviewReport.RuleEffect::rule);

    private final Map<String, String> titles;
    private final SortedSet<String> profiles = new TreeSet<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();
    private final List<PreviewReport.ProjectChange> changes = new ArrayList<>();
    private final List<PreviewReport.Failure> failures = new ArrayList<>();
    private int projects;

    /** @param titles of all rules of both sets, by id */
    PreviewTally(Map<String, String> titles) {
        this.titles = titles;
    }

    void context(String profile, LocalDate day) {
        profiles.add(profile);
        days.add(day);
    }

    void add(String project, PreviewSide.Result<Conclusions> before, PreviewSide.Result<Conclusions> after) {
        if (before instanceof PreviewSide.Result.Done<Conclusions> was
                && after instanceof PreviewSide.Result.Done<Conclusions> is) {
            projects++;
            change(project, was.value(), is.value()).ifPresent(changes::add);
        } else {
            failed(project, before, after);
        }
    }

    void fail(String project, PreviewReport.Side side, String message) {
        failures.add(new PreviewReport.Failure(project, side, message));
    }

    /** That one and all that follow, of which there may be too many to name. */
    void leaveOut(String project, int all) {
        String which = all > 1 ? project + " and " + (all - 1) + " more" : project;
        fail(which, PreviewReport.Side.BOTH, "left out: there was no time left");
    }

    PreviewReport report(RuleSet base, RuleSet candidate) {
        int flips = (int)
                changes.stream().filter(PreviewReport.ProjectChange::flips).count();
        return new PreviewReport(
                "flips " + flips + " of " + projects + (projects == 1 ? " project" : " projects"),
                base.digest(),
                candidate.digest(),
                List.copyOf(profiles),
                List.copyOf(days),
                projects,
                flips,
                changes.size() - flips,
                RuleSetDiff.between(base.files(), candidate.files()),
                changes.stream().sorted(FLIPS_FIRST).toList(),
                effects(),
                failures);
    }

    private Optional<PreviewReport.ProjectChange> change(String project, Conclusions before, Conclusions after) {
        PreviewReport.ProjectChange change = new Comparison(before, after, titles).change(project);
        boolean same = change.before().scoresAs(change.after())
                && change.findings().isEmpty()
                && change.risks().isEmpty();
        return same ? Optional.empty() : Optional.of(change);
    }

    private void failed(String project, PreviewSide.Result<Conclusions> before, PreviewSide.Result<Conclusions> after) {
        if (before.equals(after)) {
            fail(project, PreviewReport.Side.BOTH, message(before));
            return;
        }
        if (before instanceof PreviewSide.Result.Failed<Conclusions>) {
            fail(project, PreviewReport.Side.BASE, message(before));
        }
        if (after instanceof PreviewSide.Result.Failed<Conclusions>) {
            fail(project, PreviewReport.Side.CANDIDATE, message(after));
        }
    }

    private static String message(PreviewSide.Result<Conclusions> result) {
        return ((PreviewSide.Result.Failed<Conclusions>) result).message();
    }

    private List<PreviewReport.RuleEffect> effects() {
        SortedMap<String, List<PreviewReport.FindingMove>> byRule = new TreeMap<>();
        Map<String, Set<String>> concerned = new TreeMap<>();
        for (PreviewReport.ProjectChange change : changes) {
            for (PreviewReport.FindingMove move : change.findings()) {
                byRule.computeIfAbsent(move.rule(), rule -> new ArrayList<>()).add(move);
                concerned.computeIfAbsent(move.rule(), rule -> new HashSet<>()).add(change.project());
            }
        }
        List<PreviewReport.RuleEffect> effects = new ArrayList<>();
        byRule.forEach((rule, moves) -> effects.add(
                effect(rule, moves, concerned.getOrDefault(rule, Set.of()).size())));
        effects.sort(MOST_FIRST);
        return effects;
    }

    private static PreviewReport.RuleEffect effect(String rule, List<PreviewReport.FindingMove> moves, int concerned) {
        int appeared =
                (int) moves.stream().filter(move -> move.before() == null).count();
        int disappeared =
                (int) moves.stream().filter(move -> move.after() == null).count();
        return new PreviewReport.RuleEffect(
                rule, moves.get(0).title(), appeared, disappeared, moves.size() - appeared - disappeared, concerned);
    }

    private static int places(PreviewReport.RuleEffect effect) {
        return effect.appeared() + effect.disappeared() + effect.relevelled();
    }

    /** In points of a hundred, whichever score it is. */
    private static double largestMove(PreviewReport.ProjectChange change) {
        PreviewReport.Judged before = change.before();
        PreviewReport.Judged after = change.after();
        double coverage = before.coverage() == null || after.coverage() == null
                ? 0
                : 100 * Math.abs(after.coverage() - before.coverage());
        return Math.max(
                Math.abs(after.readiness() - before.readiness()),
                Math.max(Math.abs(after.deferredRisk() - before.deferredRisk()), coverage));
    }
}
