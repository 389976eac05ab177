package dev.mitigauge.http;

/**
 * Where the service listens and what it bears.
 *
 * @param host address or name to listen at
 * @param port 0 to 65535; 0 for any free one
 * @param allowOpen whether it may listen at an address that other machines reach although nobody has to say who they are
 * @param eventLoops how many threads serve connections; 0 for one per core
 * @param workers how many threads assess large requests; 0 for one per core
 * @param queue how many large requests may wait for a worker, at least 1
 * @param inlineBytes largest body that is assessed on the event loop, from 0: a hand-over costs more than a small document
 * @param maxBodyBytes largest body, at least 1
 * @param maxBufferedBytes most bytes of bodies above {@code inlineBytes} held at once, at least {@code maxBodyBytes}
 * @param requestTimeoutSeconds longest time for a request from its headers to its answer, at least 1
 * @param shutdownGraceSeconds how long a stop waits for requests in flight, from 0
 * @param warmUpSeconds longest time for which a fresh process runs itself warm before it says that it is ready, from 0
 */
public record HttpSettings(
        String host,
        int port,
        boolean allowOpen,
        int eventLoops,
        int workers,
        int queue,
        int inlineBytes,
        int maxBodyBytes,
        int maxBufferedBytes,
        int requestTimeoutSeconds,
        int shutdownGraceSeconds,
        int warmUpSeconds) {

    private static final int MEBI = 1024 * 1024;

    public static final HttpSettings DEFAULT =
            new HttpSettings("127.0.0.1", 8080, false, 0, 0, 64, 32 * 1024, 16 * MEBI, 64 * MEBI, 30, 20, 5);

    public HttpSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("http.host must name an address, but is blank");
        }
        within("http.port", port, 0, 65_535);
        atLeast("http.eventLoops", eventLoops, 0);
        atLeast("http.workers", workers, 0);
        atLeast("http.queue", queue, 1);
        atLeast("http.inlineBytes", inlineBytes, 0);
        atLeast("http.maxBodyBytes", maxBodyBytes, 1);
        atLeast("http.maxBufferedBytes", maxBufferedBytes, 1);
        if (maxBufferedBytes < maxBodyBytes) {
            throw new IllegalArgumentException("http.maxBufferedBytes must be at least http.maxBodyBytes, "
                    + maxBodyBytes + ", but is " + maxBufferedBytes);
        }
        within("http.requestTimeoutSeconds", requestTimeoutSeconds, 1, 3_600);
        within("http.shutdownGraceSeconds", shutdownGraceSeconds, 0, 3_600);
        within("http.warmUpSeconds", warmUpSeconds, 0, 600);
    }

    /** The same at another address. */
    public HttpSettings listeningAt(String newHost, int newPort) {
        return new HttpSettings(
                newHost,
                newPort,
                allowOpen,
                eventLoops,
                workers,
                queue,
                inlineBytes,
                maxBodyBytes,
                maxBufferedBytes,
                requestTimeoutSeconds,
                shutdownGraceSeconds,
                warmUpSeconds);
    }

    /** The same, open to other machines or not. */
    public HttpSettings allowingOpen(boolean open) {
        return new HttpSettings(
                host,
                port,
                open,
                eventLoops,
                workers,
                queue,
                inlineBytes,
                maxBodyBytes,
                maxBufferedBytes,
                requestTimeoutSeconds,
                shutdownGraceSeconds,
                warmUpSeconds);
    }

    /** Number of event loops, one per core resolved. */
    int eventLoopThreads() {
        return eventLoops == 0 ? Runtime.getRuntime().availableProcessors() : eventLoops;
    }

    /** Number of workers, one per core resolved. */
    int workerThreads() {
        return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }

    private static void atLeast(String key, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException(key + " must be at least " + bound + ", but is " + value);
        }
    }

    private static void within(String key, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(key + " must be between " + low + " and " + high + ", but is " + value);
        }
    }
}
