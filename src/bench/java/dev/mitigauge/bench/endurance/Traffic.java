package dev.mitigauge.bench.endurance;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service, first as fast as it answers, then at a steady rate whether or not answers come: there a request counts as waiting from the
 * moment that it was due. All of it happens on one thread.
 */
final class Traffic implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int AT_ONCE = 16;
    private static final int TICK_MILLIS = 5;
    private static final long LONGEST = 30_000;

    /** One request of so many ends its connection. */
    private static final int LAST_OF_CONNECTION = 20;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int port;
    private final Timeline timeline;
    private final Ledger ledger = new Ledger();
    private final Mix mix = new Mix(ledger);
    private final Tally tally = new Tally();
    private final List<Caller> callers = new ArrayList<>();
    private boolean hurried;
    private long timer = -1;
    private int asked;

    Traffic(int port, Timeline timeline) {
        this.port = port;
        this.timeline = timeline;
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Caller(vertx));
        }
    }

    /** Asks as fast as answers come, for so long; how many were answered in a second. */
    double hurry(long millis) throws InterruptedException {
        long start = System.nanoTime();
        int before = onLoop(() -> {
            hurried = true;
            for (int i = 0; i < AT_ONCE; i++) {
                askNext();
            }
            return tally.of(Outcome.ANSWERED);
        });
        TimeUnit.MILLISECONDS.sleep(millis);
        int answered = onLoop(() -> {
            hurried = false;
            return tally.of(Outcome.ANSWERED) - before;
        });
        return answered / ((System.nanoTime() - start) / 1e9);
    }

    /** Asks so many times a second from now on. */
    void begin(double rate) {
        long start = System.nanoTime();
        long[] begun = {0};
        onLoop(() -> timer = vertx.setPeriodic(TICK_MILLIS, tick -> {
            double due = (System.nanoTime() - start) / 1e9 * rate;
            for (; begun[0] < due; begun[0]++) {
                ask(mix.next(), start + (long) (begun[0] / rate * 1e9));
            }
        }));
    }

    /** Asks no more. */
    void end() {
        onLoop(() -> vertx.cancelTimer(timer));
    }

    /** Sends again what nobody knows to be kept; whether that is so of nothing. */
    boolean settle() {
        return onLoop(() -> {
            if (!ledger.settled()) {
                ask(ledger.next().ask(Kind.KEEP), System.nanoTime());
                return false;
            }
            return true;
        });
    }

    /** Keeps two assessments for each project, so that there is something to read and to compare. */
    void seed() {
        for (int i = 0; i < 2 * Keep.PROJECTS; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            onLoop(() -> ask(ledger.next().ask(Kind.KEEP), System.nanoTime(), () -> done.complete(null)));
            done.join();
        }
    }

    /** All callers hang up, and others come. */
    void reconnect() {
        onLoop(() -> {
            List<Caller> old = List.copyOf(callers);
            callers.replaceAll(gone -> new Caller(vertx));
            old.forEach(Caller::hangUp);
            return old.size();
        });
    }

    /** Looks at what came of it, on the thread on which it happens. */
    <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(here -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    /** Only on the thread on which it happens. */
    Tally tally() {
        return tally;
    }

    /** Only on the thread on which it happens. */
    Ledger ledger() {
        return ledger;
    }

    private void askNext() {
        if (hurried) {
            ask(mix.next(), System.nanoTime(), this::askNext);
        }
    }

    private int ask(Ask ask, long due) {
        return ask(ask, due, () -> {});
    }

    private int ask(Ask ask, long due, Runnable then) {
        tally.sent();
        Caller caller = callers.get(asked % callers.size());
        RequestOptions options = options(ask);
        if (asked % LAST_OF_CONNECTION == 0) {
            options.putHeader("connection", "close");
        }
        asked++;
        Buffer body = ask.body() == null ? Buffer.buffer() : ask.body();
        HttpClientResponse[] head = new HttpClientResponse[1];
        var unused = caller.client()
                .request(options)
                .compose(open -> open.send(body))
                .compose(answer -> {
                    head[0] = answer;
                    return answer.body();
                })
                .onComplete(
                        text -> {
                            note(ask, due, head[0], text);
                            then.run();
                        },
                        failure -> {
                            failed(ask, caller.gone() ? Outcome.CUT : Outcome.WRONG, due, String.valueOf(failure));
                            then.run();
                        });
        return asked;
    }

    private RequestOptions options(Ask ask) {
        RequestOptions options = new RequestOptions()
                .setMethod(ask.method())
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(ask.uri())
                .setTimeout(LONGEST);
        ask.headers().forEach(options::putHeader);
        return options;
    }

    private void note(Ask ask, long due, HttpClientResponse answer, Buffer body) {
        int status = answer.statusCode();
        if (status != 200 && status != 201 && status != 304) {
            failed(
                    ask,
                    outcome(ask, status, body, due),
                    due,
                    status + " " + body.toString().replaceAll("\\s+", " "));
            return;
        }
        tally.answered((System.nanoTime() - due) / 1e6);
        @Nullable Keep keep = ask.keep();
        if (keep != null) {
            ledger.confirm(keep, id(answer));
        }
        String tag = answer.getHeader("etag");
        if (ask.kind() == Kind.BADGE && tag != null) {
            mix.tagged(ask, tag);
        }
    }

    private Outcome outcome(Ask ask, int status, Buffer body, long due) {
        String text = status == 503 ? body.toString() : "";
        if (text.contains("problem:overloaded") || text.contains("problem:busy")) {
            return Outcome.SHED;
        }
        boolean may = ask.kind().stored() && timeline.away(timeline.at(due), timeline.now());
        return text.contains("problem:away") && may ? Outcome.AWAY : Outcome.WRONG;
    }

    private void failed(Ask ask, Outcome outcome, long due, String how) {
        tally.failed(outcome, String.format("%.1f s %s: %.300s", timeline.at(due), ask.kind(), how));
        @Nullable Keep keep = ask.keep();
        if (keep != null) {
            ledger.failed(keep);
        }
    }

    /** The last part of the address where it is kept. */
    private static String id(HttpClientResponse answer) {
        String location = String.valueOf(answer.getHeader("location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        end();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
