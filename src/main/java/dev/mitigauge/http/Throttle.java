package dev.mitigauge.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many calls each of many callers may make within a minute: as many at once, then as they come back over that time. */
final class Throttle {

    /** Callers beyond are forgotten, the longest unheard first: what is forgotten begins anew. */
    private static final int MOST_CALLERS = 100_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            // One that was not heard of for so long could make all its calls again.
            .expireAfterAccess(MINUTE)
            .build();

    /** @param perMinute most calls of one, 0 for any number */
    Throttle(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one call of the caller: 0, or the whole seconds after which the next one is taken. */
    long take(String caller) {
        if (perMinute == 0) {
            return 0;
        }
        ConsumptionProbe probe = buckets.get(caller, key -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }
}
