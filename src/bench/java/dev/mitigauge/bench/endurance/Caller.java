package dev.mitigauge.bench.endurance;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

/** A client with connections of its own, which may hang up on whatever it waits for. */
final class Caller {

    private static final int CONNECTIONS = 64;

    private final HttpClient client;
    private volatile boolean gone;

    Caller(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions(),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    }

    HttpClient client() {
        return client;
    }

    /** Whether it has hung up. */
    boolean gone() {
        return gone;
    }

    void hangUp() {
        gone = true;
        var unused = client.close();
    }
}
