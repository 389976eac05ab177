package dev.mitigauge.rules;

import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Confidence;
import dev.mitigauge.findings.ContradictedClaim;
import dev.mitigauge.findings.Decision;
import dev.mitigauge.findings.DeferredRiskScore;
import dev.mitigauge.findings.Finding;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.MitigationCoverage;
import dev.mitigauge.findings.MitigationStanding;
import dev.mitigauge.findings.Readiness;
import dev.mitigauge.findings.Residual;
import dev.mitigauge.findings.Waived;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what rules left in a session into order; decides nothing. */
final class Collected {

    private final TreeSet<Finding> findings = new TreeSet<>();
    private final Map<Finding, String> waived = new HashMap<>();
    private final SortedMap<String, Residual> residuals = new TreeMap<>();
    private final SortedMap<String, MitigationStanding> standings = new TreeMap<>();
    private final SortedMap<String, ContradictedClaim> contradicted = new TreeMap<>();
    private @Nullable Decision decision;
    private final Crowds crowds = new Crowds();
    private @Nullable Readiness readiness;
    private @Nullable MitigationCoverage coverage;
    private @Nullable DeferredRiskScore deferredRisk;
    private @Nullable Confidence confidence;

    private Collected() {}

    /**
     * Conclusions of what is left in a session.
     *
     * @throws RuleFailure if a score is missing, or if rules contradict each other
     */
    static Conclusions conclusions(Collection<?> left, SortedMap<String, Integer> firings) {
        Collected collected = new Collected();
        left.forEach(collected::add);
        return collected.conclusions(firings);
    }

    private void add(Object left) {
        crowds.know(left);
        if (left instanceof Finding finding) {
            findings.add(finding);
        } else if (left instanceof MitigationStanding standing) {
            one(standings, standing, MitigationStanding::mitigationId);
        } else if (left instanceof Residual residual) {
            one(residuals, residual, Residual::riskId);
        } else if (left instanceof ContradictedClaim claim) {
            contradicted.put(claim.claimId(), claim);
        } else if (left instanceof Waived waiver) {
            waived.merge(waiver.finding(), waiver.waiverId(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        } else if (left instanceof Readiness value) {
            readiness = single(readiness, value);
        } else if (left instanceof MitigationCoverage value) {
            coverage = single(coverage, value);
        } else if (left instanceof DeferredRiskScore value) {
            deferredRisk = single(deferredRisk, value);
        } else if (left instanceof Confidence value) {
            confidence = single(confidence, value);
        } else if (left instanceof Decision value) {
            decision = single(decision, value);
        }
    }

    private Conclusions conclusions(SortedMap<String, Integer> firings) {
        return new Conclusions(
                required(decision, "Decision"),
                required(readiness, "Readiness"),
                required(coverage, "MitigationCoverage"),
                required(deferredRisk, "DeferredRiskScore"),
                residuals,
                standings,
                contradicted,
                required(confidence, "Confidence"),
                shown(),
                firings);
    }

    private List<Finding> shown() {
        Map<Finding, String> covered = new HashMap<>();
        List<Finding> shown = new ArrayList<>();
        for (Finding finding : findings) {
            @Nullable String waiver = waived.get(finding);
            Finding told = waiver == null
                    ? finding
                    : finding.at(Level.NOTE).saying(finding.message() + " (waived by " + waiver + ")");
            shown.add(told);
            if (waiver != null) {
                covered.put(told, waiver);
            }
        }
        return crowds.gathered(shown.stream().distinct().sorted().toList(), covered);
    }

    private static <T> void one(Map<String, T> all, T value, Function<T, String> key) {
        @Nullable T before = all.putIfAbsent(key.apply(value), value);
        if (before != null && !before.equals(value)) {
            throw contradiction(before, value);
        }
    }

    private static <T> T single(@Nullable T before, T value) {
        if (before != null && !before.equals(value)) {
            throw contradiction(before, value);
        }
        return value;
    }

    private static RuleFailure contradiction(Object before, Object value) {
        // In an order of their own: which of two comes first is the engine's whim.
        String both = Stream.of(before, value).map(Object::toString).sorted().collect(Collectors.joining(" and "));
        return new RuleFailure("rules contradict each other: " + both);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new RuleFailure("no rule concluded a " + name);
        }
        return value;
    }
}
