package dev.mitigauge.http;

import java.util.function.Supplier;
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

    /** What comes of work of an exchange: meanwhile this thread logs of it, and works in its trace. */
    static <T> T within(Exchange exchange, Supplier<T> work) {
        if (exchange.id().equals(MDC.get(REQUEST))) {
            return work.get();
        }
        MDC.put(REQUEST, exchange.id());
        put(TRACE, exchange.traceId());
        put(SPAN, exchange.spanId());
        put(TOKEN, exchange.token());
        put(PROJECT, exchange.parameter(PROJECT));
        put(ROUTE, exchange.route());
        try {
            return exchange.trace().within(work);
        } finally {
            MDC.clear();
        }
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
