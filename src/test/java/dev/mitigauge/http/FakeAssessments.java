package dev.mitigauge.http;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Assessments;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers as it is told to, and remembers what it was asked. */
final class FakeAssessments implements Assessments {

    private final List<AssessmentRequest> asked = new CopyOnWriteArrayList<>();
    private volatile Function<AssessmentRequest, Answer> behaviour =
            request -> new Answer.Assessed(Answers.to(request));

    /** From now on answers so. */
    void answering(Function<AssessmentRequest, Answer> newBehaviour) {
        behaviour = newBehaviour;
    }

    /** The last request that came through. */
    AssessmentRequest last() {
        return asked.get(asked.size() - 1);
    }

    int count() {
        return asked.size();
    }

    @Override
    public Answer assess(AssessmentRequest request) {
        asked.add(request);
        return behaviour.apply(request);
    }
}
