package dev.mitigauge.assessment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Port for those who follow a request through the services that take part in it, by the headers that the W3C calls Trace Context. Must be
 * quick and must not throw, whatever becomes of what it is told.
 */
public interface Tracing {

    /** Follows nothing. */
    Tracing OFF = new Tracing() {};

    /**
     * A request has come.
     *
     * @param header value of a header of the request by its name, null for none
     */
    default Trace serve(Function<String, @Nullable String> header) {
        return Trace.NONE;
    }

    /**
     * Another service is about to be asked.
     *
     * @param traceParent in which trace, as a header has it; null for the one that this thread works in, or for a new one
     */
    default Trace call(@Nullable String traceParent) {
        return Trace.NONE;
    }

    /** The same work, done in the trace that this thread works in now, on whatever thread. */
    default Runnable carried(Runnable work) {
        return work;
    }
}
