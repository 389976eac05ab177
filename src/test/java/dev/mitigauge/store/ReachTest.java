package dev.mitigauge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Stored;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReachTest {

    private static final Stored<String> THERE = new Stored.Done<>("there");
    private static final Stored<String> AWAY =
            new Stored.Unavailable<>(new Outage(Outage.Cause.UNREACHABLE, "connection refused"));
    private static final Stored<String> BUSY = new Stored.Unavailable<>(new Outage(Outage.Cause.BUSY, "locked"));

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Supplier<Stored<String>> question = () -> AWAY;
    private final Reach reach = new Reach(() -> {
        questions.incrementAndGet();
        return question.get();
    });

    @AfterEach
    void close() {
        reach.close();
    }

    @Test
    void shouldTellCallsThatItIsAwayWhileOneQuestionWaitsForIt() {
        CountDownLatch there = new CountDownLatch(1);
        question = () -> {
            await(there);
            return THERE;
        };
        answered(AWAY);

        for (int i = 0; i < 20; i++) {
            assertThat(answered(THERE)).isEqualTo(AWAY);
        }
        assertThat(calls).hasValue(1);
        assertThat(questions).hasValue(1);

        there.countDown();
        while (!answered(THERE).equals(THERE)) {
            Thread.onSpinWait();
        }
        assertThat(calls).as("but the first, none was asked while it was away").hasValue(2);
    }

    @Test
    void shouldAskWithTheFirstCallThatFindsItBack() {
        answered(AWAY);
        question = () -> THERE;

        assertThat(answered(THERE)).isEqualTo(THERE);
        assertThat(answered(THERE)).isEqualTo(THERE);

        assertThat(questions).hasValue(1);
    }

    @Test
    void shouldAskAgainAsLongAsItCannotBeReached() {
        answered(AWAY);

        assertThat(answered(THERE)).isEqualTo(AWAY);
        assertThat(answered(THERE)).isEqualTo(AWAY);

        assertThat(questions).hasValue(2);
    }

    @Test
    void shouldLetAllAskADatabaseThatIsOnlyBusy() {
        answered(BUSY);

        Stored<String> outer = reach.ask(() -> answered(new Stored.Done<>("beside")));

        assertThat(outer).isEqualTo(new Stored.Done<>("beside"));
        assertThat(questions).hasValue(0);
    }

    @Test
    void shouldLetTheCallShowWhatIsWrongWithTheQuestion() {
        answered(AWAY);
        question = () -> {
            throw new IllegalStateException("a fault of the program");
        };

        assertThat(answered(THERE)).isEqualTo(THERE);
    }

    @Test
    void shouldTellThatItIsAwayOnceItIsClosed() {
        answered(AWAY);
        reach.close();

        assertThat(answered(THERE)).isEqualTo(AWAY);
    }

    private Stored<String> answered(Stored<String> answer) {
        return reach.ask(() -> {
            calls.incrementAndGet();
            return answer;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
