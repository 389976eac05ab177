package dev.mitigauge.assessment;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one service has to do with a request, or with asking another one, from its begin to its end. */
public interface Trace {

    /** Is followed by nobody. */
    Trace NONE = new Trace() {};

    /** Of the whole, in 32 hexadecimal digits; null if it is not followed. */
    default @Nullable String traceId() {
        return null;
    }

    /** Of this part of it, in 16 hexadecimal digits; null if it is not followed. */
    default @Nullable String spanId() {
        return null;
    }

    /** The headers by which who is asked goes on in it. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** What comes of work that this thread does in it. */
    default <T> T within(Supplier<T> work) {
        return work.get();
    }

    /**
     * It is over.
     *
     * @param method of HTTP
     * @param route of a fixed set: the template of a route, or the name of who was asked
     * @param status of the answer, 0 if there is none
     */
    default void end(String method, String route, int status) {}
}
