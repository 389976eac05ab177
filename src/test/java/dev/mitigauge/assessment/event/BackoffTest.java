package dev.mitigauge.assessment.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2500, 5000",
        "2, 5000, 10000",
        "3, 10000, 20000",
        "10, 1280000, 2560000",
        "11, 1800000, 3600000",
        "100, 1800000, 3600000"
    })
    void shouldWaitTwiceAsLongEachTimeUpToAnHour(int attempt, long least, long most) {
        assertThat(new Backoff(() -> 0).after(attempt, null)).isEqualTo(Duration.ofMillis(least));
        assertThat(new Backoff(() -> 1).after(attempt, null)).isEqualTo(Duration.ofMillis(most));
    }

    @Test
    void shouldObeyTheWishOfTheTargetWithinBounds() {
        Backoff backoff = new Backoff(() -> 1);

        assertThat(backoff.after(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(backoff.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(backoff.after(1, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
    }
}
