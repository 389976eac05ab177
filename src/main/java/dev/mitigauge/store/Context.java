package dev.mitigauge.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.Input;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request says besides its documents, to be kept as JSON.
 *
 * @param deployment what was known of the deployment
 * @param waivers accepted findings
 * @param nextActions most next actions of the answer, -1 if the request did not say
 * @param tables tables of the project that counted, null if there were none: who knows of none can read it, then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Context(
        SortedMap<String, String> deployment,
        List<Waiver> waivers,
        int nextActions,
        @Nullable SortedMap<String, String> tables) {

    private static final int NOT_SAID = -1;

    /** Who asks when something is judged again. */
    private static final String ORIGIN = "replay";

    static Context of(AssessmentRequest request) {
        Integer nextActions = request.nextActions();
        return new Context(
                request.deployment(),
                request.waivers(),
                nextActions == null ? NOT_SAID : nextActions,
                request.tables().isEmpty() ? null : request.tables());
    }

    AssessmentRequest request(AssessmentSummary was, List<Input> documents) {
        AssessmentRequest request = new AssessmentRequest(
                documents,
                deployment,
                was.day(),
                was.profile(),
                waivers,
                was.project(),
                ORIGIN,
                nextActions == NOT_SAID ? null : nextActions);
        return tables == null ? request : request.underTables(tables);
    }
}
