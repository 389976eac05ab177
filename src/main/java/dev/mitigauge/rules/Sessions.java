package dev.mitigauge.rules;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.kiesession.session.StatefulKnowledgeSessionImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Sessions of one rule base. To empty a session is cheaper than to make one, so a few that served small documents without a failure are
 * emptied and kept; a session is never in two hands.
 */
final class Sessions {

    /** What many facts left behind is memory that the next document does not need. */
    private static final int MOST_FACTS = 2_000;

    private static final int KEPT = 2 * Runtime.getRuntime().availableProcessors();

    private final KieBase base;
    private final ConcurrentLinkedQueue<StatefulKnowledgeSessionImpl> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    Sessions(KieBase base) {
        this.base = base;
    }

    /** What they are sessions of. */
    KieBase base() {
        return base;
    }

    /** A session that holds nothing; goes to {@link #giveBack} or {@link #drop}. */
    StatefulKnowledgeSessionImpl take() {
        @Nullable StatefulKnowledgeSessionImpl session = free.poll();
        if (session == null) {
            return (StatefulKnowledgeSessionImpl) base.newKieSession();
        }
        kept.decrementAndGet();
        return session;
    }

    /** Takes back a session in which all went well. */
    void giveBack(StatefulKnowledgeSessionImpl session, int facts) {
        if (facts > MOST_FACTS || kept.get() >= KEPT) {
            drop(session);
        } else {
            kept.incrementAndGet();
            session.reset();
            free.add(session);
        }
    }

    /** Ends a session: one that is not ended stays in the rule base for ever. */
    void drop(StatefulKnowledgeSessionImpl session) {
        session.dispose();
    }
}
