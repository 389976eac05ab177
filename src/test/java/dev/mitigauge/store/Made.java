package dev.mitigauge.store;

import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.kept.IdempotencyKey;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Sha256;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.findings.Verdict;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.report.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Assessments to be kept. */
final class Made {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    private Made() {}

    static NewAssessment of(String project, String id, Instant at, String... documents) {
        return of(project, id, at, null, documents);
    }

    static NewAssessment of(String project, String id, Instant at, @Nullable IdempotencyKey key, String... documents) {
        return judged(project, id, at, Verdict.NOT_READY, key, documents);
    }

    static NewAssessment judged(
            String project, String id, Instant at, Verdict verdict, @Nullable IdempotencyKey key, String... documents) {
        List<Input> inputs = Arrays.stream(documents)
                .map(text -> new Input("doc-" + text.length() + ".md", bytes(text)))
                .toList();
        AssessmentRequest request = new AssessmentRequest(
                inputs,
                new TreeMap<>(Map.of("deployment.instances", "3")),
                null,
                null,
                List.of(new Waiver("w1", "DEF-001", null, "ada", "bought time", LocalDate.of(2027, 1, 31))),
                project,
                "http",
                7);
        Assessment assessment = assessment(project, id, at, verdict);
        return new NewAssessment(assessment, JsonReport.render(assessment), request, key);
    }

    static IdempotencyKey key(String key, String request) {
        return new IdempotencyKey(key, Sha256.hex(bytes(request)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Assessment assessment(String project, String id, Instant at, Verdict verdict) {
        Assessment like = Samples.notReady();
        return new Assessment(
                id,
                project,
                at,
                LocalDate.of(2026, 11, 20),
                verdict,
                like.reason(),
                like.readiness(),
                like.mitigationCoverage(),
                like.deferredRisk(),
                like.tasks(),
                like.claims(),
                like.findings(),
                like.conditions(),
                like.nextActions(),
                like.confidence(),
                like.documents(),
                like.rules());
    }
}
