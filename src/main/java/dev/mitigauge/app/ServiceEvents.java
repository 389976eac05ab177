package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.event.OutboxKeeper;
import dev.mitigauge.assessment.event.OutboxListener;
import dev.mitigauge.assessment.event.Persistence;
import dev.mitigauge.assessment.event.Sender;
import dev.mitigauge.assessment.event.Target;
import dev.mitigauge.assessment.event.WebhookSettings;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.http.WebhookCourier;
import dev.mitigauge.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who tells others of what has happened in a running service.
 *
 * @param keeper looks after the log of events
 * @param senders one for each target
 * @param courier brings events to targets, if there are any
 */
record ServiceEvents(OutboxKeeper keeper, List<Sender> senders, Optional<WebhookCourier> courier)
        implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration UPKEEP = Duration.ofSeconds(10);

    ServiceEvents {
        senders = List.copyOf(senders);
    }

    /** Begins to tell. */
    static ServiceEvents start(Outbox outbox, Settings settings, Metrics metrics, Tracing tracing, String version) {
        EventSettings events = settings.of(EventSettings.class);
        WebhookSettings webhooks = settings.of(WebhookSettings.class);
        List<Target> targets = webhooks.parsedTargets();
        OutboxListener listener =
                metrics.outbox(targets.stream().map(Target::name).toList());
        Clock clock = Clock.systemUTC();
        Optional<WebhookCourier> courier = targets.isEmpty()
                ? Optional.empty()
                : Optional.of(WebhookCourier.of(webhooks, events.source(), version, tracing));
        List<Sender> senders = courier.stream()
                .flatMap(by -> targets.stream()
                        .map(target ->
                                Sender.start(outbox, by, target, Persistence.of(webhooks), listener, clock, PAUSE)))
                .toList();
        return new ServiceEvents(
                OutboxKeeper.start(outbox, events, webhooks, listener, clock, PAUSE, UPKEEP), senders, courier);
    }

    @Override
    public void close() {
        senders.forEach(Sender::close);
        keeper.close();
        courier.ifPresent(WebhookCourier::close);
    }
}
