package dev.mitigauge.tracing;

import dev.mitigauge.assessment.Trace;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A span that has begun; names and attributes as in the semantic conventions of OpenTelemetry for HTTP.
 *
 * @param span the span
 * @param context that holds it
 */
record SpanTrace(Span span, Context context) implements Trace {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final int SERVER_ERROR = 500;

    static SpanTrace begun(SpanBuilder builder, Context parent) {
        Span span = builder.setParent(parent).startSpan();
        return new SpanTrace(span, parent.with(span));
    }

    @Override
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public String spanId() {
        return span.getSpanContext().getSpanId();
    }

    @Override
    public Map<String, String> headers() {
        return TraceHeaders.write(context);
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return context.wrapSupplier(work).get();
    }

    @Override
    public void end(String method, String route, int status) {
        if (span.isRecording()) {
            span.updateName(method + " " + route);
            span.setAttribute(METHOD, method);
            span.setAttribute(ROUTE, route);
            if (status > 0) {
                span.setAttribute(STATUS, (long) status);
            }
            if (status == 0 || status >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
