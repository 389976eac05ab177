package dev.mitigauge.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The headers {@code traceparent} and {@code tracestate}. What is malformed begins a trace of its own, as the W3C asks for. */
final class TraceHeaders {

    static final String PARENT = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Function<String, @Nullable String>> GETTER = new Getter();

    private TraceHeaders() {}

    private static final class Getter implements TextMapGetter<Function<String, @Nullable String>> {

        @Override
        public Iterable<String> keys(Function<String, @Nullable String> header) {
            return List.copyOf(W3C.fields());
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> header, String key) {
            return header == null ? null : header.apply(key);
        }
    }

    static Context read(Function<String, @Nullable String> header) {
        return W3C.extract(Context.root(), header, GETTER);
    }

    static Context read(String traceParent) {
        return read(name -> name.equals(PARENT) ? traceParent : null);
    }

    static Map<String, String> write(Context context) {
        Map<String, String> headers = new TreeMap<>();
        W3C.inject(context, headers, (to, name, value) -> {
            if (to != null) {
                to.put(name, value);
            }
        });
        return headers;
    }
}
