package dev.mitigauge.http;

/** Where in its life the service is. */
enum ServiceState {
    /** Answers, but slowly: what it runs was not run before. */
    WARMING_UP,
    READY,
    /** Finishes what it has begun. */
    STOPPING
}
