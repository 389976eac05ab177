package dev.mitigauge.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers again that were given before: the same documents in the same context, under the same rule set, for the same day. Only
 * {@code id}, {@code assessedAt} and {@code project} are new. What was used longest ago goes first when there is no room.
 */
public final class KnownAnswers implements Assessments {

    private final Assessments assessments;
    private final Supplier<String> rules;
    private final AssessmentListener listener;
    private final Clock clock;
    private final Cache<Key, Assessment> known;

    /** What an answer depends on. */
    private record Key(String rules, LocalDate day, String request) {}

    /**
     * @param assessments answer what is not known
     * @param rules digest of the rule set that judges now
     * @param listener told of answers that are given again
     * @param bytes most memory, as estimated
     */
    public KnownAnswers(
            Assessments assessments, Supplier<String> rules, AssessmentListener listener, Clock clock, long bytes) {
        this.assessments = assessments;
        this.rules = rules;
        this.listener = listener;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<Key, Assessment>weigher((key, answer) -> AnswerWeight.of(answer))
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** How often an answer was known, since the start. */
    public long hits() {
        return known.stats().hitCount();
    }

    /** How often one was looked for and not known. */
    public long misses() {
        return known.stats().missCount();
    }

    /** How many answers had to go to make room for others. */
    public long evictions() {
        return known.stats().evictionCount();
    }

    /** How many answers are known. */
    public long entries() {
        return known.estimatedSize();
    }

    /** How much memory they take, as estimated. */
    public long bytes() {
        return known.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    @Override
    public Answer assess(AssessmentRequest request) {
        // What stands in a checkout changes without the request.
        if (!request.asked().changes().isEmpty() || request.checkout() != null) {
            return assessments.assess(request);
        }
        long start = System.nanoTime();
        Key key = key(request);
        @Nullable Assessment before = known.getIfPresent(key);
        if (before == null) {
            return made(request, key);
        }
        Assessment again = before.again(UUID.randomUUID().toString(), request.project(), clock.instant());
        listener.assessed(again, request.origin(), System.nanoTime() - start);
        return new Answer.Assessed(again, true);
    }

    private Answer made(AssessmentRequest request, Key key) {
        Answer answer = assessments.assess(request);
        // Meanwhile another rule set may have become active, or another day begun.
        if (answer instanceof Answer.Assessed assessed
                && assessed.assessment().rules().organisation().equals(key.rules())
                && assessed.assessment().asOf().equals(key.day())) {
            known.put(key, assessed.assessment());
        }
        return answer;
    }

    private Key key(AssessmentRequest request) {
        LocalDate day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        return new Key(rules.get(), day, RequestDigest.of(request.forProject(null)));
    }
}
