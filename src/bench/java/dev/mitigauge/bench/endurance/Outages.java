package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Kills the store, starts it again, and looks how long the service takes to find it. */
final class Outages {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final String QUESTION = "/api/v1/projects/" + Keep.project(0);

    private final Server server;
    private final Program program;
    private final Timeline timeline;
    private final List<String> faults = new ArrayList<>();
    private final Times seconds = new Times();

    Outages(Server server, Program program, Timeline timeline) {
        this.server = server;
        this.program = program;
        this.timeline = timeline;
    }

    void killFor(long millis) throws IOException, InterruptedException {
        timeline.storeGoes();
        timeline.mark(Deed.STORE, "kill -9 of the store");
        server.kill();
        TimeUnit.MILLISECONDS.sleep(millis);
        expect(503, QUESTION);
        expect(200, "/health/ready");
        server.startAgain();
        timeline.tell("the store is started again");
        long back = System.nanoTime();
        while (program.status(QUESTION) != 200 && System.nanoTime() - back < LONGEST) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        seconds.add((System.nanoTime() - back) / 1e9);
        timeline.storeIsBack();
        timeline.tell(String.format(Locale.ROOT, "used again after %.1f s", (System.nanoTime() - back) / 1e9));
    }

    /** How many there were, and how long the service took to use the store that was there again. */
    Times seconds() {
        return seconds;
    }

    /** What was not as it should be while the store was away. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void expect(int status, String path) throws IOException, InterruptedException {
        int got = program.status(path);
        if (got != status) {
            faults.add(path + " answers " + got + " without a store");
        }
    }
}
