package dev.mitigauge.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * The body of one request while it arrives. Grows with what has come, never with what the headers promise; what goes beyond a small document
 * is taken from the budget that all requests share. Used by one event loop.
 */
final class Body {

    /** What became of some more bytes. */
    enum Added {
        KEPT,
        TOO_LARGE,
        /** Other requests hold all the memory that there is for bodies. */
        NO_ROOM
    }

    private static final byte[] NOTHING = {};

    private final int most;
    private final int free;
    private final BodyBudget budget;
    private byte[] bytes = NOTHING;
    private int length;
    private long taken;

    /**
     * A body of which nothing has come.
     *
     * @param most most bytes
     * @param free so many of them don't count against the budget
     */
    Body(int most, int free, BodyBudget budget) {
        this.most = most;
        this.free = free;
        this.budget = budget;
    }

    Added add(Buffer chunk) {
        long next = (long) length + chunk.length();
        if (next > most) {
            return Added.TOO_LARGE;
        }
        if (!room((int) next)) {
            return Added.NO_ROOM;
        }
        if (length == 0) {
            bytes = chunk.getBytes();
        } else {
            chunk.getBytes(bytes, length);
        }
        length = (int) next;
        return Added.KEPT;
    }

    /** All that came. */
    byte[] bytes() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Lets go of what came and gives back what it took from the budget. */
    void release() {
        budget.giveBack(taken);
        taken = 0;
        bytes = NOTHING;
        length = 0;
    }

    private boolean room(int needed) {
        if (needed <= bytes.length) {
            return true;
        }
        int capacity = length == 0 ? needed : (int) Math.min(most, Math.max(needed, 2L * bytes.length));
        long more = Math.max(0, capacity - free) - taken;
        if (more > 0 && !budget.take(more)) {
            return false;
        }
        taken += Math.max(0, more);
        if (length > 0) {
            bytes = Arrays.copyOf(bytes, capacity);
        }
        return true;
    }
}
