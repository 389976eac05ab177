package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.kept.LoggedEvent;

/** Port: hands an event over. */
@FunctionalInterface
public interface Courier {

    /** Hands it over, within a bounded time. */
    Receipt deliver(Target target, LoggedEvent event) throws InterruptedException;
}
