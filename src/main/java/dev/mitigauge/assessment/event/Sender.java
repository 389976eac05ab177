package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.kept.Delivery;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.Settling;
import dev.mitigauge.assessment.kept.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for one target, at least once each, until it is closed. Events of one project go one after the other, as they happened;
 * those of several projects go at once, so that a target that is slow to answer is told of many within its time. A target has threads of its own:
 * one that is slow holds up no other. What it was about to deliver when it ended is delivered by whoever finds its lease over.
 */
public final class Sender implements AutoCloseable {

    /** Most events on their way to one target. */
    public static final int IN_FLIGHT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final Courier courier;
    private final Target target;
    private final Persistence persistence;
    private final OutboxListener listener;
    private final Clock clock;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    private final ScheduledExecutorService looking;
    private final ExecutorService sending;

    /** Whose events are on their way, by their lane. */
    private final Set<String> busy = new HashSet<>();

    private volatile boolean closed;

    private Sender(
            Outbox outbox,
            Courier courier,
            Target target,
            Persistence persistence,
            OutboxListener listener,
            Clock clock) {
        this.outbox = outbox;
        this.courier = courier;
        this.target = target;
        this.persistence = persistence;
        this.listener = listener;
        this.clock = clock;
        this.looking = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "webhook-" + target.name()));
        this.sending = Executors.newCachedThreadPool(task -> daemon(task, "webhook-" + target.name() + "-sending"));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins at once, beside whoever starts it, and looks every pause whether something has come to be due. */
    public static Sender start(
            Outbox outbox,
            Courier courier,
            Target target,
            Persistence persistence,
            OutboxListener listener,
            Clock clock,
            Duration pause) {
        Sender sender = new Sender(outbox, courier, target, persistence, listener, clock);
        var unused = sender.looking.scheduleWithFixedDelay(sender::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return sender;
    }

    /** Has as much sent as may be on its way. */
    private synchronized void look() {
        try {
            while (!closed && busy.size() < IN_FLIGHT && sendNext()) {
                LOG.trace("{} may have more", target);
            }
        } catch (RuntimeException e) {
            // A task that throws is never run again.
            LOG.error("events for {} can't be delivered", target, e);
        }
    }

    /** Whether there was something to send. A store that is away says so in the log by itself; there is another time. */
    private boolean sendNext() {
        Instant now = clock.instant();
        Stored<Optional<Delivery>> claimed =
                outbox.claim(target.name(), now, now.plus(persistence.lease()), Set.copyOf(busy));
        if (!(claimed instanceof Stored.Done<Optional<Delivery>> done)
                || done.value().isEmpty()) {
            return false;
        }
        Delivery delivery = done.value().get();
        busy.add(delivery.event().lane());
        try {
            sending.execute(() -> sendAndLook(delivery));
        } catch (RejectedExecutionException stopping) {
            busy.remove(delivery.event().lane());
            LOG.debug("event {} waits for the next start", delivery.event().number(), stopping);
            return false;
        }
        return true;
    }

    private void sendAndLook(Delivery delivery) {
        try {
            send(delivery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("event {} for {} can't be settled", delivery.event().number(), target, e);
        } finally {
            over(delivery);
        }
        look();
    }

    private synchronized void over(Delivery delivery) {
        busy.remove(delivery.event().lane());
    }

    private void send(Delivery delivery) throws InterruptedException {
        Settling what = settling(delivery, receipt(delivery));
        if (what instanceof Settling.Delivered) {
            listener.delivered(target.name());
        } else {
            listener.failed(target.name());
            tell(delivery, what);
        }
        if (outbox.settle(delivery, what) instanceof Stored.Unavailable<Boolean> away) {
            LOG.warn(
                    "what came of event {} for {} can't be written down, so it is sent again: {}",
                    delivery.event().number(),
                    target,
                    away.outage());
        }
    }

    /** A fault of the program is one of this attempt: it must neither end the thread nor be tried without end. */
    private Receipt receipt(Delivery delivery) throws InterruptedException {
        try {
            return courier.deliver(target, delivery.event());
        } catch (RuntimeException e) {
            LOG.error("event {} can't be sent to {}", delivery.event().number(), target, e);
            return new Receipt.Failed("the program failed, see its log", null);
        }
    }

    private Settling settling(Delivery delivery, Receipt receipt) {
        Instant now = clock.instant();
        if (receipt instanceof Receipt.Taken) {
            return new Settling.Delivered(now);
        }
        if (receipt instanceof Receipt.Refused refused) {
            return new Settling.Dead(refused.reason());
        }
        Receipt.Failed failed = (Receipt.Failed) receipt;
        Instant due = now.plus(backoff.after(delivery.attempt(), failed.notBefore()));
        boolean last = delivery.attempt() >= persistence.attempts()
                || due.isAfter(delivery.since().plus(persistence.longest()));
        return last ? new Settling.Dead(failed.reason()) : new Settling.Again(now, due, failed.reason());
    }

    private void tell(Delivery delivery, Settling what) {
        long event = delivery.event().number();
        if (what instanceof Settling.Again again) {
            LOG.warn(
                    "event {} was not delivered to {} (attempt {}), again at {}: {}",
                    event,
                    target,
                    delivery.attempt(),
                    again.due(),
                    again.reason());
        } else if (what instanceof Settling.Dead dead) {
            LOG.error(
                    "event {} is given up for {} after {} attempts; `mitigauge events list` shows it, `events retry` tries again: {}",
                    event,
                    target,
                    delivery.attempt(),
                    dead.reason());
        }
    }

    @Override
    public void close() {
        closed = true;
        looking.shutdownNow();
        sending.shutdownNow();
    }
}
