package dev.mitigauge.bench;

import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.findings.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds plain Java to the rules: a yardstick that computes something else measures nothing. */
final class Agreement {

    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    /** @throws IllegalStateException if a score that both compute or a finding about open critical tasks differs */
    static void check(Conclusions rules, PlainJudge.Result plain) {
        same("completion", rules.readiness().completion(), plain.completion());
        same("readiness", rules.readiness().score(), plain.readiness());
        same("cap", rules.readiness().cap(), plain.cap());
        same("deferred risk", rules.deferredRisk().score(), plain.deferredRisk());
        same("coverage", rules.coverage().ratio(), plain.coverage());
        same("proven risks", (double) rules.coverage().proven(), (double) plain.proven());
        // Confidence is not held: plain Java knows nothing of environments, release needs and dates of documents.
        if (!rules.residuals().keySet().equals(plain.residuals().keySet())) {
            throw new IllegalStateException("rules and plain Java see different risks");
        }
        rules.residuals()
                .forEach((id, residual) ->
                        same(id, residual.residual(), plain.residuals().get(id)));
        List<Finding> findings = rules.findings().stream()
                .filter(finding -> PlainJudge.FINDINGS.contains(finding.rule()))
                .toList();
        if (!findings.equals(plain.findings())) {
            throw new IllegalStateException("rules find " + findings + ", plain Java " + plain.findings());
        }
        if (findings.isEmpty() || rules.residuals().isEmpty()) {
            throw new IllegalStateException("the documents of the benchmark leave nothing to compare");
        }
    }

    private static void same(String what, @Nullable Double rules, @Nullable Double plain) {
        boolean same = (rules == null || plain == null)
                ? Objects.equals(rules, plain)
                : Math.abs(rules - plain) <= TOLERANCE * Math.max(1, Math.abs(rules));
        if (!same) {
            throw new IllegalStateException(what + ": the rules say " + rules + ", plain Java " + plain);
        }
    }
}
