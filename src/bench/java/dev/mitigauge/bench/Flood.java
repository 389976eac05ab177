package dev.mitigauge.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One caller, from an address of this machine of its own, who sends a checklist of 6 KB at a steady rate whether or not answers come: what it
 * waits for a connection counts as waiting.
 */
final class Flood implements AutoCloseable {

    /** What came of the requests of a while; times in milliseconds of those answered 200. */
    record Figures(double sent, double answered, double shed, int failed, double median, double slowest99) {}

    private static final int CONNECTIONS = 2_000;
    private static final int TICK_MILLIS = 5;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final RequestOptions request;
    private final Buffer document = Buffer.buffer(Size.KB6.checklist());

    // Used by the one event loop alone.
    private final List<Double> times = new ArrayList<>();
    private long timer;
    private int sent;
    private int shed;
    private int failed;

    /** @param from such as {@code 127.0.0.2} */
    Flood(int port, String from) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setLocalAddress(from),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/api/v1/assessments")
                .putHeader("content-type", "text/markdown");
    }

    /** Sends so many a second from now on. */
    void begin(double rate) {
        long start = System.nanoTime();
        long[] begun = {0};
        vertx.runOnContext(here -> timer = vertx.setPeriodic(TICK_MILLIS, tick -> {
            double due = (System.nanoTime() - start) / 1e9 * rate;
            for (; begun[0] < due; begun[0]++) {
                send();
            }
        }));
    }

    /** What came of it for so long from now. */
    Figures measure(int seconds) throws InterruptedException {
        onLoop(this::forget);
        TimeUnit.SECONDS.sleep(seconds);
        Figures[] figures = new Figures[1];
        onLoop(() -> figures[0] = figures(seconds));
        return figures[0];
    }

    private void send() {
        long start = System.nanoTime();
        sent++;
        var unused = client.request(request)
                .compose(open -> open.send(document))
                .compose(answer -> answer.body().map(answer.statusCode()))
                .onComplete(status -> note(status, (System.nanoTime() - start) / 1e6), failure -> failed++);
    }

    private void note(int status, double milliseconds) {
        switch (status) {
            case 200 -> times.add(milliseconds);
            case 503 -> shed++;
            default -> failed++;
        }
    }

    private void forget() {
        times.clear();
        sent = 0;
        shed = 0;
        failed = 0;
    }

    private Figures figures(double seconds) {
        Collections.sort(times);
        int count = times.size();
        return new Figures(
                sent / seconds,
                count / seconds,
                shed / seconds,
                failed,
                count == 0 ? 0 : times.get(count / 2),
                count == 0 ? 0 : times.get((int) (count * 0.99)));
    }

    private void onLoop(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        vertx.runOnContext(here -> {
            work.run();
            done.countDown();
        });
        done.await();
    }

    @Override
    public void close() {
        vertx.runOnContext(here -> vertx.cancelTimer(timer));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
