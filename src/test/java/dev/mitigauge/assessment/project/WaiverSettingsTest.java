package dev.mitigauge.assessment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(WaiverSettings.DEFAULT).isEqualTo(new WaiverSettings(180, 500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 1     | waivers.maxDays must be between 1 and 3650, but is 0
            3651 | 1     | waivers.maxDays must be between 1 and 3650, but is 3651
            1    | 0     | waivers.maxPerProject must be between 1 and 10000, but is 0
            1    | 10001 | waivers.maxPerProject must be between 1 and 10000, but is 10001
            """)
    void shouldNameKeyValueAndBound(int maxDays, int maxPerProject, String message) {
        assertThatThrownBy(() -> new WaiverSettings(maxDays, maxPerProject))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
