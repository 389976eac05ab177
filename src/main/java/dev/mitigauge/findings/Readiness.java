package dev.mitigauge.findings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How ready the whole is.
 *
 * @param score 0 to 100, never above {@code cap}
 * @param cap the highest score that open risks and tasks allow, 100 without any
 * @param capReason why the score is capped, null if it is not
 * @param completion weighted share of finished tasks, 0 to 1; null without tasks
 */
public record Readiness(
        double score,
        double cap,
        @Nullable String capReason,
        @Nullable Double completion) {

    /** The given points between 0 and the lowest of the caps; of equal caps, the one whose reason comes first in the alphabet. */
    public static Readiness of(Completion completion, double points, Collection<Cap> caps) {
        Optional<Cap> lowest =
                caps.stream().min(Comparator.comparingDouble(Cap::limit).thenComparing(Cap::reason));
        double limit = lowest.map(Cap::limit).orElse(100.0);
        return new Readiness(
                Scores.clamp(points, 0, limit), limit, lowest.map(Cap::reason).orElse(null), completion.share());
    }
}
