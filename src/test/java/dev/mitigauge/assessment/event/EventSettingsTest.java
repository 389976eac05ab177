package dev.mitigauge.assessment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(EventSettings.DEFAULT).isEqualTo(new EventSettings("urn:mitigauge", 14, 30, 100, 15));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop       | 14   | 30   | 100   | 15 | events.source must be a URI such as urn:mitigauge:shop, but is `shop`
            urn:a b    | 14   | 30   | 100   | 15 | events.source must be a URI such as urn:mitigauge:shop, but is `urn:a b`
            urn:shop   | -1   | 30   | 100   | 15 | events.waiverDays must be between 0 and 3650, but is -1
            urn:shop   | 3651 | 30   | 100   | 15 | events.waiverDays must be between 0 and 3650, but is 3651
            urn:shop   | 14   | 0    | 100   | 15 | events.keepDays must be between 1 and 3650, but is 0
            urn:shop   | 14   | 3651 | 100   | 15 | events.keepDays must be between 1 and 3650, but is 3651
            urn:shop   | 14   | 30   | -1    | 15 | events.maxStreams must be between 0 and 10000, but is -1
            urn:shop   | 14   | 30   | 10001 | 15 | events.maxStreams must be between 0 and 10000, but is 10001
            urn:shop   | 14   | 30   | 100   | 0  | events.heartbeatSeconds must be between 1 and 30, but is 0
            urn:shop   | 14   | 30   | 100   | 31 | events.heartbeatSeconds must be between 1 and 30, but is 31
            """)
    void shouldNameKeyValueAndBound(String source, int waivers, int keep, int streams, int beat, String message) {
        assertThatThrownBy(() -> new EventSettings(source, waivers, keep, streams, beat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
