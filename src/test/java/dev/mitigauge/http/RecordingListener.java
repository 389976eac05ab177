package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
final class RecordingListener implements AssessmentListener, HttpListener {

    final List<String> rejected = new CopyOnWriteArrayList<>();
    final List<String> kept = new CopyOnWriteArrayList<>();
    final List<Stage> timed = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> connections = new CopyOnWriteArrayList<>();

    @Override
    public void timed(Stage stage, long nanos) {
        timed.add(stage);
    }

    @Override
    public void assessed(Assessment assessment, String origin, long nanos) {}

    @Override
    public void kept(Assessment assessment) {
        kept.add(assessment.project() + " " + assessment.id());
    }

    @Override
    public void fired(String ruleId, int times) {}

    @Override
    public void rejected(String reason) {
        rejected.add(reason);
    }

    @Override
    public void rulesActivated(String digest) {}

    @Override
    public void rulesRefused(int problems) {}

    @Override
    public void rulesRestored() {}

    @Override
    public void connected() {
        connections.add("connected");
    }

    @Override
    public void disconnected() {
        connections.add("disconnected");
    }

    @Override
    public void began() {}

    @Override
    public void ended(Ended request) {
        requests.add(request.method() + " " + request.route() + " " + request.status());
    }
}
