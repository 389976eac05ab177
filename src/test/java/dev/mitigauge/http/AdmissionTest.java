package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final int BOUND = 100;

    private final AtomicLong clock = new AtomicLong();
    private final Admission admission = new Admission(BOUND, clock::get);

    @Test
    void shouldAdmitABurst() {
        pass(10);
        admission.delay().wentRound();

        pass(1_900);

        assertThat(admission.admits("a")).isTrue();
    }

    @Test
    void shouldAdmitNobodyWhoMayHaveWaitedLongerThanABurst() {
        admission.admits("first");
        pass(10 + 2_001);

        assertThat(admission.admits("a")).isFalse();
    }

    @Test
    void shouldAlwaysAdmitTheFirstOfARound() {
        standingDelay();
        pass(10_000);

        assertThat(admission.admits("a")).isTrue();
        assertThat(admission.admits("a")).isFalse();
    }

    @Test
    void shouldBoundADelayThatStands() {
        standingDelay();

        pass(10 + BOUND);
        assertThat(admission.admits("a")).isTrue();
        pass(1);
        assertThat(admission.admits("a")).isFalse();
    }

    @Test
    void shouldAdmitBurstsAgainOnceTheLoopIsOnTime() {
        standingDelay();
        admission.delay().wentRound();
        pass(10);
        admission.delay().wentRound();

        pass(500);

        assertThat(admission.admits("a")).isTrue();
    }

    @Test
    void shouldTurnWhoFloodsAwayBeforeOthers() {
        standingDelay();
        for (int i = 0; i < 90; i++) {
            admission.admits("flood");
        }
        admission.admits("polite");

        pass(10 + BOUND + 50);

        assertThat(admission.admits("flood")).isFalse();
        assertThat(admission.admits("polite")).isTrue();
        assertThat(admission.admits("new")).isTrue();
        pass(BOUND);
        assertThat(admission.admits("polite")).as("bounded for them, too").isFalse();
    }

    @Test
    void shouldForgetWhoFlooded() {
        for (int i = 0; i < 90; i++) {
            admission.admits("flood");
        }
        admission.admits("polite");
        standingDelay();
        standingDelay();
        admission.admits("polite");
        admission.admits("polite");
        admission.admits("flood");

        pass(10 + BOUND + 1);

        assertThat(admission.admits("flood")).isTrue();
        assertThat(admission.admits("polite")).isFalse();
    }

    @Test
    void shouldAdmitAllIfNothingIsBounded() {
        Admission unbounded = new Admission(0, clock::get);

        pass(1_000_000);

        assertThat(unbounded.admits("a")).isTrue();
    }

    @Test
    void shouldTellTheLongestDelayOfTheLastSecond() {
        pass(10 + 300);
        admission.delay().wentRound();
        assertThat(admission.delay().longest()).as("of no full second yet").isZero();
        pass(10 + 700);
        admission.delay().wentRound();

        assertThat(TimeUnit.NANOSECONDS.toMillis(admission.delay().longest())).isEqualTo(700);
    }

    @Test
    void shouldBoundWhatItKnowsOfCallers() {
        Shares shares = new Shares(clock::get);
        for (int i = 0; i < 5_000; i++) {
            shares.add("caller " + i);
        }
        shares.add("caller 1");

        assertThat(shares.small("caller 2")).isTrue();
        assertThat(shares.small("caller 4999")).as("they count together").isFalse();
    }

    /** A delay beyond the bound in every round for longer than a second; ends with a round. */
    private void standingDelay() {
        for (int i = 0; i < 8; i++) {
            pass(10 + BOUND + 100);
            admission.delay().wentRound();
        }
        assertThat(admission.delay().stands()).isTrue();
    }

    private void pass(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
