package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.kept.OutboxState;

/** Port for those who want to know how deliveries do. Must be quick and must not throw. */
public interface OutboxListener {

    /** Wants to know nothing. */
    OutboxListener NONE = new OutboxListener() {
        @Override
        public void delivered(String target) {}

        @Override
        public void failed(String target) {}

        @Override
        public void state(OutboxState state) {}
    };

    /** A target took an event. */
    void delivered(String target);

    /** An attempt failed. */
    void failed(String target);

    /** How much is on its way now. */
    void state(OutboxState state);
}
