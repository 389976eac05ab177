package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.util.Optional;

/**
 * All that lay hands on the service.
 *
 * @param rules who edits them
 * @param outages who kills the store
 * @param clock who steps the clock; nobody where that can't be done
 * @param collector has the service collect its garbage, so that what is left is what it holds
 */
record Hands(
        RulesDesk rules,
        Outages outages,
        Optional<ClockSteps> clock,
        Schedule.Action collector,
        Traffic traffic,
        EventReader events,
        Program program,
        Timeline timeline) {

    void reconnect() throws IOException {
        timeline.mark(Deed.CALLERS, "all callers hang up and come back");
        traffic.reconnect();
        events.reconnect();
    }

    void dawdle(long millis) throws IOException, InterruptedException {
        timeline.mark(Deed.CALLERS, "callers who do not go on");
        Dawdlers.visit(program.port(), millis);
    }
}
