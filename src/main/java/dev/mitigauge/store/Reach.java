package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database can be reached. While it can't, one call at a time finds out whether that is still so, and all others are told at once: each
 * would wait for a connection as long as that one, and those behind it longer than their callers do.
 */
final class Reach {

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Outage away;

    /** What comes of a call, or what came of one before it. */
    <T> Stored<T> ask(Supplier<Stored<T>> call) {
        Outage last = away;
        if (last == null) {
            return asked(call);
        }
        if (!asking.compareAndSet(false, true)) {
            return new Stored.Unavailable<>(last);
        }
        try {
            return asked(call);
        } finally {
            asking.set(false);
        }
    }

    private <T> Stored<T> asked(Supplier<Stored<T>> call) {
        Stored<T> answer = call.get();
        away = answer instanceof Stored.Unavailable<T> gone && gone.outage().cause() == Outage.Cause.UNREACHABLE
                ? gone.outage()
                : null;
        return answer;
    }
}
