package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;

/** Hears of assessments and says nothing. */
final class Silent implements AssessmentListener {

    @Override
    public void timed(Stage stage, long nanos) {}

    @Override
    public void assessed(Assessment assessment, String origin, long nanos) {}

    @Override
    public void kept(Assessment assessment) {}

    @Override
    public void fired(String ruleId, int times) {}

    @Override
    public void rejected(String reason) {}

    @Override
    public void rulesActivated(String digest) {}

    @Override
    public void rulesRestored() {}

    @Override
    public void rulesRefused(int problems) {}
}
