package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.report.EventJson;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reader of events. Written to by the event loop of its connection alone; what it may not see is passed over. One that does not read is given
 * nothing more, and after a while it is cut off: it can resume where it was.
 */
final class EventStream {

    private final Exchange exchange;
    private final Context eventLoop;
    private final String source;
    private Runnable whenOver = () -> {};

    /** Number of the last event that was handed over. */
    private volatile long after;

    /** Whether what was handed over is still to be written. */
    private volatile boolean busy;

    /** Since when it can't be written to, by {@link System#nanoTime}; null if it can. */
    private @Nullable Long fullSince;

    /** @param after number of the event after which it begins */
    EventStream(Exchange exchange, Context eventLoop, String source, long after) {
        this.exchange = exchange;
        this.eventLoop = eventLoop;
        this.source = source;
        this.after = after;
    }

    Exchange exchange() {
        return exchange;
    }

    /** Number of the event after which it goes on. */
    long after() {
        return after;
    }

    /** Whether it can be given more. */
    boolean ready() {
        return !busy;
    }

    /** Gives it what comes next, on whatever thread. */
    void give(Page<LoggedEvent> next) {
        List<LoggedEvent> items = next.items();
        if (items.isEmpty()) {
            return;
        }
        busy = true;
        after = items.get(items.size() - 1).number();
        StringBuilder text = new StringBuilder();
        items.stream().filter(this::concerns).forEach(event -> text.append(block(event)));
        eventLoop.runOnContext(there -> write(text.toString()));
    }

    /** On its event loop: says that there is somebody; whether it was able to. */
    boolean beat(long longestNanos) {
        Long since = fullSince;
        if (since == null) {
            write(":\n\n");
            return true;
        }
        return System.nanoTime() - since < longestNanos;
    }

    /** On its event loop. */
    void write(String text) {
        HttpServerResponse response = exchange.request().response();
        if (!exchange.over() && !text.isEmpty()) {
            var unused = response.write(text);
        }
        if (!exchange.over() && response.writeQueueFull()) {
            fullSince = fullSince == null ? System.nanoTime() : fullSince;
            busy = true;
            response.drainHandler(drained -> free());
        } else {
            free();
        }
    }

    /** Has that done once nobody reads it any more, perhaps more than once. */
    void whenOver(Runnable work) {
        whenOver = work;
        exchange.request().response().closeHandler(gone -> work.run());
    }

    /** Ends it in good order, on whatever thread; who reads may come again. */
    void end() {
        eventLoop.runOnContext(there -> {
            if (!exchange.over()) {
                var unused = exchange.request().response().end();
            }
            whenOver.run();
        });
    }

    private void free() {
        fullSince = null;
        busy = false;
    }

    private boolean concerns(LoggedEvent event) {
        return event.project() == null || exchange.caller().covers(event.project());
    }

    /** JSON on one line holds no line break, which would end it. */
    private String block(LoggedEvent event) {
        return "id: " + event.number() + "\nevent: " + event.type().word() + "\ndata: "
                + EventJson.render(event, source) + "\n\n";
    }
}
