package dev.mitigauge.http;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that the bodies of all requests take together. */
final class BodyBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes; false, and nothing taken, if there are not so many left. */
    boolean take(long bytes) {
        long now = taken.addAndGet(bytes);
        if (now > most) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
