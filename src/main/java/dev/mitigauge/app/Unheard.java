package dev.mitigauge.app;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;

/** Listens to nothing: one command makes one assessment, which its answer tells all about. */
final class Unheard implements AssessmentListener {

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
    public void rulesRefused(int problems) {}

    @Override
    public void rulesRestored() {}
}
