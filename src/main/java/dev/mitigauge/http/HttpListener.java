package dev.mitigauge.http;

import org.jspecify.annotations.Nullable;

/** Port for those who want to know of requests and connections. Called on event loops: must be quick and must not throw. */
public interface HttpListener {

    /** Wants to know nothing. */
    HttpListener NONE = new HttpListener() {
        @Override
        public void connected() {}

        @Override
        public void disconnected() {}

        @Override
        public void began() {}

        @Override
        public void ended(Ended request) {}
    };

    /** A client connected. */
    void connected();

    /** A connection was closed by either side. */
    void disconnected();

    /** The head of a request was read. */
    void began();

    /** The body of a request has come, so many bytes. */
    default void received(long bytes) {}

    /** The body of an answer has gone, so many bytes. */
    default void sent(long bytes) {}

    /** A request was answered, or its connection broke. */
    void ended(Ended request);

    /**
     * A request that has ended.
     *
     * @param method one of the registered methods, or {@code OTHER}
     * @param route the template of the route, or {@code unmatched}
     * @param status of the answer; 499 if the client went away before it
     * @param nanos since {@link #began}
     * @param bytes of the body of the answer
     * @param of what is known of it; null if the client went away before anything was
     */
    record Ended(
            String method,
            String route,
            int status,
            long nanos,
            long bytes,
            @Nullable Asked of) {

        /** By which the log names it, null for nothing. */
        public @Nullable String id() {
            return of == null ? null : of.id();
        }

        /** Of the trace that it is in, null for none. */
        public @Nullable String traceId() {
            return of == null ? null : of.traceId();
        }
    }

    /** A request, as far as others may know it. */
    interface Asked {

        /** By which the log names it. */
        String id();

        /** Its path, without what stands behind a question mark. */
        String path();

        /** From where it comes. */
        String address();

        /** Name of the token that was shown and counted, null for none. */
        @Nullable
        String token();

        /** Of the trace that it is in, null for none. */
        @Nullable
        String traceId();

        /** Of what this service does in that trace, null if that is not followed. */
        @Nullable
        String spanId();
    }
}
