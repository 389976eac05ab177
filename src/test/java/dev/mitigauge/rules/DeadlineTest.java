package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void shouldGiveAllTheTimeIfNobodyWaits() {
        assertThat(Deadline.atMost(HOUR)).isEqualTo(HOUR);
        assertThat(Deadline.passed()).isFalse();
    }

    @Test
    void shouldGiveTheSmallerOfTheTimeAndWhatIsLeft() {
        Duration little = Duration.ofMillis(5);

        assertThat(Deadline.<Duration>within(in(HOUR), () -> Deadline.atMost(little)))
                .isEqualTo(little);
        assertThat(Deadline.<Duration>within(in(HOUR), () -> Deadline.atMost(HOUR.multipliedBy(2))))
                .isPositive()
                .isLessThanOrEqualTo(HOUR);
        assertThat(Deadline.<Boolean>within(in(HOUR), Deadline::passed)).isFalse();
    }

    @Test
    void shouldGiveNoTimeOnceItIsUp() {
        long past = System.nanoTime() - 1;

        assertThat(Deadline.<Boolean>within(past, Deadline::passed)).isTrue();
        assertThatThrownBy(() -> Deadline.within(past, () -> Deadline.atMost(HOUR)))
                .isInstanceOf(OutOfTime.class)
                .hasMessage("the caller's time was up before the rules began")
                .hasNoCause();
    }

    @Test
    void shouldBearAClockThatTurnsOver() {
        long beyond = System.nanoTime() + TimeUnit.HOURS.toNanos(1) + Long.MIN_VALUE;

        assertThat(Deadline.<Boolean>within(beyond, Deadline::passed))
                .as("half a turn behind")
                .isTrue();
        assertThat(Deadline.<Boolean>within(System.nanoTime() + Long.MAX_VALUE, Deadline::passed))
                .as("half a turn ahead")
                .isFalse();
    }

    @Test
    void shouldHoldForItsWorkAlone() {
        long past = System.nanoTime() - 1;

        boolean inner = Deadline.within(in(HOUR), () -> {
            boolean within = Deadline.<Boolean>within(past, Deadline::passed);
            assertThat(Deadline.passed()).as("the outer one again").isFalse();
            return within;
        });

        assertThat(inner).isTrue();
        assertThat(Deadline.atMost(HOUR)).as("none again").isEqualTo(HOUR);
    }

    @Test
    void shouldNotOutliveWorkThatFails() {
        assertThatThrownBy(() -> Deadline.within(System.nanoTime() - 1, () -> {
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");

        assertThat(Deadline.passed()).isFalse();
    }

    @Test
    void shouldNotHoldForOtherThreads() {
        boolean elsewhere = Deadline.within(System.nanoTime() - 1, () -> CompletableFuture.supplyAsync(Deadline::passed)
                .join());

        assertThat(elsewhere).isFalse();
    }

    @Test
    void shouldKeepWhatTheRulesSaidWhenTheirTimeWasUp() {
        IllegalStateException cause = new IllegalStateException("stopped");

        assertThat(new OutOfTime(cause))
                .hasMessage("the caller's time was up before the rules came to an end")
                .hasCause(cause);
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
