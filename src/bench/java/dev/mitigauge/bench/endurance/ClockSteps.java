package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.Service;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Steps the clock of the service and looks whether its answers tell the time that it then is. */
final class ClockSteps {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
    private static final Duration NEAR = Duration.ofMinutes(1);

    private final ServiceClock clock;
    private final Service service;
    private final Timeline timeline;
    private final List<String> faults = new ArrayList<>();
    private int count;

    ClockSteps(ServiceClock clock, Service service, Timeline timeline) {
        this.clock = clock;
        this.service = service;
        this.timeline = timeline;
    }

    /** To so many seconds ahead of what it is. */
    void to(int ahead) throws Exception {
        timeline.mark(Deed.CLOCK, "step the clock to " + ahead / 60 + " minutes ahead");
        clock.step(ahead);
        count++;
        long end = System.nanoTime() + LONGEST;
        while (away(ahead).compareTo(NEAR) > 0) {
            if (System.nanoTime() > end) {
                faults.add("the service does not see that its clock is " + ahead + " s ahead");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    int count() {
        return count;
    }

    /** Steps that were not seen. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How far what the service takes for the time is from what it should be. */
    private Duration away(int ahead) throws Exception {
        String answer = service.assess("- [ ] Set the clock " + count + "\n").body();
        if (!answer.contains("assessedAt")) {
            return Duration.ofDays(1);
        }
        Instant told = Instant.parse(new JsonObject(answer).getString("assessedAt"));
        return Duration.between(Instant.now().plusSeconds(ahead), told).abs();
    }
}
