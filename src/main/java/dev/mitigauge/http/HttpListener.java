package dev.mitigauge.http;

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
        public void ended(String method, String route, int status, long nanos) {}
    };

    /** A client connected. */
    void connected();

    /** A connection was closed by either side. */
    void disconnected();

    /** The head of a request was read. */
    void began();

    /**
     * A request was answered, or its connection broke.
     *
     * @param method one of the registered methods, or {@code OTHER}
     * @param route the template of the route, or {@code unmatched}
     * @param status of the answer; 499 if the client went away before it
     * @param nanos since {@link #began}
     */
    void ended(String method, String route, int status, long nanos);
}
