package dev.mitigauge.checkout;

/** How far is looked for one request. Used by one thread. */
final class Bounds {

    private final Deadline deadline;
    private final int maxBytes;
    private int objects;

    Bounds(CheckoutSettings settings) {
        this.deadline = new Deadline(settings.millis());
        this.maxBytes = settings.maxFileBytes();
        this.objects = settings.maxObjects();
    }

    /** Largest file or directory that is read. */
    int maxBytes() {
        return maxBytes;
    }

    /** Counts one more object, and tells whether it is one too many. */
    boolean isOneTooMany() {
        objects--;
        return objects < 0 || deadline.hasPassed();
    }

    boolean areReached() {
        return objects <= 0 || deadline.hasPassed();
    }
}
