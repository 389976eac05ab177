package dev.mitigauge.http;

import dev.mitigauge.assessment.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Of whom a line of the log is: by these names a log in JSON tells it. */
final class LogContext {

    private static final String REQUEST = "requestId";
    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";
    private static final String TOKEN = "token";
    private static final String PROJECT = "project";
    private static final String ROUTE = "route";

    private LogContext() {}

    /** Has this thread log of an exchange, and work in its trace, until that is closed. */
    static Trace.Scope enter(Exchange exchange) {
        if (exchange.id().equals(MDC.get(REQUEST))) {
            return Trace.Scope.NONE;
        }
        Trace.Scope scope = exchange.trace().enter();
        MDC.put(REQUEST, exchange.id());
        put(TRACE, exchange.traceId());
        put(SPAN, exchange.spanId());
        put(TOKEN, exchange.token());
        put(PROJECT, exchange.parameter(PROJECT));
        put(ROUTE, exchange.route());
        return () -> {
            MDC.clear();
            scope.close();
        };
    }

    /** It is known now who sends it. */
    static void called(Exchange exchange) {
        if (exchange.id().equals(MDC.get(REQUEST))) {
            put(TOKEN, exchange.token());
        }
    }

    private static void put(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            MDC.put(name, value);
        }
    }
}
