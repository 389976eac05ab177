package dev.mitigauge.tracing;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.rules.RuleTimes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each stage of an assessment.
 *
 * @param next told of all that it is told
 * @param spans those of what is over
 */
record StageSpans(AssessmentListener next, PastSpans spans) implements AssessmentListener {

    @Override
    public void timed(Stage stage, long nanos) {
        spans.add(stage.name().toLowerCase(Locale.ROOT), nanos, false);
        next.timed(stage, nanos);
    }

    @Override
    public void assessed(Assessment assessment, String origin, long nanos) {
        next.assessed(assessment, origin, nanos);
    }

    @Override
    public void kept(Assessment assessment) {
        next.kept(assessment);
    }

    @Override
    public void fired(String ruleId, int times) {
        next.fired(ruleId, times);
    }

    @Override
    public RuleTimes ruleTimes() {
        return next.ruleTimes();
    }

    @Override
    public void serving(@Nullable String requestId, @Nullable String traceId) {
        next.serving(requestId, traceId);
    }

    @Override
    public void rejected(String reason) {
        next.rejected(reason);
    }

    @Override
    public void rulesActivated(String digest) {
        next.rulesActivated(digest);
    }

    @Override
    public void rulesRefused(int problems) {
        next.rulesRefused(problems);
    }

    @Override
    public void rulesRestored() {
        next.rulesRestored();
    }
}
