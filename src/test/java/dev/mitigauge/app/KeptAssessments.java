package dev.mitigauge.app;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts assessments into the store of a data directory, as a service does. */
final class KeptAssessments {

    static final String REGISTER = """
            # Deferred

            ### R-1: No pager

            - **Severity:** High
            - **Reason:** no time
            - **Owner:** ops
            - **Assumes:** instances = 1
            """;

    private KeptAssessments() {}

    /** Judged by the rules inside the program, for a day that has passed. */
    static void keep(Path data, String project, String text, Map<String, String> deployment) {
        AssessmentRequest request = new AssessmentRequest(
                List.of(new Input(project + ".md", text.getBytes(StandardCharsets.UTF_8))),
                new TreeMap<>(deployment),
                LocalDate.of(2026, 3, 1),
                "staging",
                List.of(),
                project,
                "http",
                null);
        Wiring wiring = new Wiring(Map.of(), data, (settings, rules) -> new Outcome.Invalid<>(List.of()));
        Answer answer = wiring.bench(new Choices(null, Map.of()), null)
                .orElseThrow()
                .assessments()
                .assess(request);
        Assessment assessment = ((Answer.Assessed) answer).assessment();
        try (Store store = SqlStore.sqlite(data.resolve(StoreLocation.FILE), StoreSettings.DEFAULT)) {
            store.history()
                    .keep(new NewAssessment(assessment, JsonReport.render(assessment), request, null))
                    .orElseThrow();
        }
    }
}
