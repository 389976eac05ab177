package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.AuditEvent;
import dev.mitigauge.assessment.kept.AuditTrail;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes denied calls into the audit trail, beside whoever denies them. Whoever knocks without end must not fill it: beyond a few in a
 * while, calls are counted, and the next entry tells how many.
 */
final class DeniedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedCalls.class);
    private static final long WHILE = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final AuditTrail trail;
    private final Executor executor;
    private final Clock clock;
    private final LongSupplier nanos;
    private long begin;
    private int written;
    private long unwritten;

    /**
     * @param clock tells when a call was denied
     * @param nanos tells how much time has gone by, whatever is done to the clock
     */
    DeniedCalls(AuditTrail trail, Executor executor, Clock clock, LongSupplier nanos) {
        this.trail = trail;
        this.executor = executor;
        this.clock = clock;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /**
     * Writes one down.
     *
     * @param who name of a token, or an address
     * @param call method and path
     * @param why it was denied
     */
    synchronized void add(String who, String call, String why) {
        long now = nanos.getAsLong();
        if (now - begin > WHILE) {
            begin = now;
            written = 0;
        }
        if (written == MOST) {
            unwritten++;
            return;
        }
        String more = unwritten == 0 ? "" : "; " + unwritten + " more were denied before it";
        AuditEvent event =
                new AuditEvent(clock.instant(), who, "http.call", Quoted.shorten(call, LONGEST), "denied", why + more);
        try {
            executor.execute(() -> append(event));
            written++;
            unwritten = 0;
        } catch (RejectedExecutionException e) {
            LOG.debug("the audit trail can't keep up", e);
            unwritten++;
        }
    }

    private void append(AuditEvent event) {
        try {
            trail.append(event).orElseThrow();
        } catch (RuntimeException e) {
            LOG.warn("a denied call is missing in the audit trail: {} {}", event.who(), event.target());
            LOG.debug("it can't be written", e);
        }
    }
}
