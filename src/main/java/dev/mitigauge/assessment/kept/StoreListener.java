package dev.mitigauge.assessment.kept;

import org.jspecify.annotations.Nullable;

/** Port for those who want to know how the store does. Called on the asking thread: must be quick and must not throw. */
public interface StoreListener {

    /** Wants to know nothing. */
    StoreListener NONE = new StoreListener() {
        @Override
        public void answered(Operation operation, long nanos) {}

        @Override
        public void unavailable(Operation operation, Outage.Cause cause, long nanos) {}

        @Override
        public void connections(Connections connections) {}
    };

    /** What was asked of it. */
    enum Operation {
        READ,
        WRITE
    }

    /** Connections to its database, as they are at the moment of asking. */
    interface Connections {

        /** Those that somebody uses. */
        int active();

        /** Those that wait for somebody. */
        int idle();

        /** Callers who wait for one. */
        int waiting();

        /** The most there can be. */
        int most();
    }

    /** It did what it was asked. */
    void answered(Operation operation, long nanos);

    /** It could not be asked. */
    void unavailable(Operation operation, Outage.Cause cause, long nanos);

    /** In which trace this thread asks it, as a header of the W3C has it: kept with what others are told of later. Null for none. */
    default @Nullable String traceParent() {
        return null;
    }

    /** It is there; its connections can be looked at as long as it is. */
    void connections(Connections connections);
}
