package dev.mitigauge.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "57.46, 1, 57.5",
        "57.44, 1, 57.4",
        "0.70851, 3, 0.709",
        "-0.04, 1, 0.0",
        "1e300, 1, 1e300",
        "NaN, 1, NaN"
    })
    void shouldRoundHalfUp(double value, int decimals, Double rounded) {
        assertThat(Decimals.round(value, decimals)).isEqualTo(rounded);
    }
}
