package dev.mitigauge.tracing;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.StoreListener;
import io.opentelemetry.context.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each call of the store.
 *
 * @param next told of all that it is told
 * @param spans those of what is over
 */
record StoreSpans(StoreListener next, PastSpans spans) implements StoreListener {

    @Override
    public void answered(Operation operation, long nanos) {
        spans.add(name(operation), nanos, false);
        next.answered(operation, nanos);
    }

    @Override
    public void unavailable(Operation operation, Outage.Cause cause, long nanos) {
        spans.add(name(operation), nanos, true);
        next.unavailable(operation, cause, nanos);
    }

    @Override
    public void connections(Connections connections) {
        next.connections(connections);
    }

    @Override
    public @Nullable String traceParent() {
        return TraceHeaders.write(Context.current()).get(TraceHeaders.PARENT);
    }

    private static String name(Operation operation) {
        return "store " + operation.name().toLowerCase(Locale.ROOT);
    }
}
