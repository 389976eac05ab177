package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.kept.EventType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of events by a request, and how.
 *
 * @param targets names and addresses, such as {@code portal=https://portal.example.org/hooks}, with commas in between; null for nobody
 * @param secret by which receivers know who sends: {@code whsec_} and 24 to 64 bytes in Base64; two with a blank in between while it is changed;
 *     null if and only if {@code targets} is
 * @param events which types, with commas in between, null for all
 * @param timeoutMillis longest time for one attempt, 100 to 60000
 * @param attempts most attempts, 1 to 100
 * @param giveUpHours hours after which an event is given up, 1 to 720
 * @param allowPrivate whether targets may be in private networks or on this machine, and be spoken to without TLS
 */
public record WebhookSettings(
        @Nullable Secret targets,
        @Nullable Secret secret,
        @Nullable String events,
        int timeoutMillis,
        int attempts,
        int giveUpHours,
        boolean allowPrivate) {

    public static final WebhookSettings DEFAULT = new WebhookSettings(null, null, null, 10_000, 20, 24, false);

    private static final String TYPES =
            Arrays.stream(EventType.values()).map(EventType::word).collect(Collectors.joining(", "));

    public WebhookSettings {
        Targets.parse(targets, allowPrivate);
        SigningKeys.parse(secret);
        if (targets != null && secret == null) {
            throw new IllegalArgumentException(
                    "webhooks.targets needs webhooks.secret: else receivers can't tell who sends");
        }
        if (targets == null && secret != null) {
            throw new IllegalArgumentException("webhooks.secret is of no use without webhooks.targets");
        }
        types(events);
        within("timeoutMillis", timeoutMillis, 100, 60_000);
        within("attempts", attempts, 1, 100);
        within("giveUpHours", giveUpHours, 1, 720);
    }

    /** Who is told. */
    public List<Target> parsedTargets() {
        return Targets.parse(targets, allowPrivate);
    }

    /** The keys to sign with; none without a secret. */
    public List<byte[]> keys() {
        return SigningKeys.parse(secret);
    }

    /** Of what they are told. */
    Set<EventType> types() {
        return types(events);
    }

    Set<String> names() {
        return parsedTargets().stream().map(Target::name).collect(Collectors.toSet());
    }

    private static Set<EventType> types(@Nullable String events) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String word : events == null ? new String[0] : events.split(",", -1)) {
            types.add(EventType.of(word.strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "webhooks.events must be some of " + TYPES + ", but holds `" + word.strip() + "`")));
        }
        return types.isEmpty() ? EnumSet.allOf(EventType.class) : types;
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "webhooks." + key + " must be between " + least + " and " + most + ", but is " + value);
        }
    }
}
