package dev.mitigauge.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Which request a time is of.
 *
 * @param requestId by which the log names it, null if nobody knows
 * @param traceId of the trace that its caller is in, null for none
 */
record Origin(@Nullable String requestId, @Nullable String traceId) {

    static final Origin UNKNOWN = new Origin(null, null);

    /** OpenMetrics allows 128 characters for all labels of an exemplar together; this leaves room for their names and a trace. */
    private static final int LONGEST = 64;

    Origin {
        requestId = requestId == null || requestId.length() > LONGEST ? null : requestId;
        traceId = traceId == null || traceId.length() > LONGEST / 2 ? null : traceId;
    }

    boolean known() {
        return requestId != null || traceId != null;
    }

    Labels labels() {
        if (requestId == null) {
            return traceId == null ? Labels.EMPTY : Labels.of("trace_id", traceId);
        }
        return traceId == null
                ? Labels.of("request_id", requestId)
                : Labels.of("request_id", requestId, "trace_id", traceId);
    }
}
