package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the log of events, again and again, until it is closed: writes down that waivers end, addresses what is new to targets, gives up
 * what waits for too long, removes what is old, and tells how much waits.
 */
public final class OutboxKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxKeeper.class);

    private final Outbox outbox;
    private final EventSettings settings;
    private final WebhookSettings webhooks;
    private final OutboxListener listener;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread keeping = new Thread(task, "outbox");
        keeping.setDaemon(true);
        return keeping;
    });

    private OutboxKeeper(
            Outbox outbox, EventSettings settings, WebhookSettings webhooks, OutboxListener listener, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.webhooks = webhooks;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Begins at once, beside whoever starts it.
     *
     * @param pause between looks for new events
     * @param upkeep between looks for all else
     */
    public static OutboxKeeper start(
            Outbox outbox,
            EventSettings settings,
            WebhookSettings webhooks,
            OutboxListener listener,
            Clock clock,
            Duration pause,
            Duration upkeep) {
        OutboxKeeper keeper = new OutboxKeeper(outbox, settings, webhooks, listener, clock);
        keeper.every(upkeep, keeper::lookAfter);
        keeper.every(pause, keeper::plan);
        return keeper;
    }

    private void every(Duration pause, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // A task that throws is never run again.
                        LOG.error("the log of events can't be looked after", e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void plan() {
        Stored<Integer> planned = outbox.plan(this::targets, clock.instant());
        LOG.trace("events that were addressed: {}", planned);
    }

    private Set<String> targets(LoggedEvent event) {
        return webhooks.types().contains(event.type()) ? webhooks.names() : Set.of();
    }

    private void lookAfter() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Stored<Integer> done = outbox.announce(today, today.plusDays(settings.waiverDays()), now)
                .then(announced -> outbox.giveUp(now.minus(Duration.ofHours(webhooks.giveUpHours()))))
                .then(this::tellGivenUp)
                .then(givenUp -> outbox.forget(now.minus(Duration.ofDays(settings.keepDays()))));
        LOG.trace("events no longer kept: {}", done);
        if (outbox.state() instanceof Stored.Done<OutboxState> state) {
            listener.state(state.value());
        }
    }

    private Stored<Integer> tellGivenUp(int count) {
        if (count > 0) {
            LOG.error("{} deliveries of events are given up, they waited for too long", count);
        }
        return new Stored.Done<>(count);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
