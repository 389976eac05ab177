package dev.mitigauge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(MetricsSettings.DEFAULT).isEqualTo(new MetricsSettings(1_000, 500, 20, 60));
    }

    @Test
    void shouldNameKeyValueAndBound() {
        assertThatThrownBy(() -> new MetricsSettings(-1, 1, 1, 1))
                .hasMessage("metrics.maxProjects must not be negative, but is -1");
        assertThatThrownBy(() -> new MetricsSettings(0, 0, 1, 1))
                .hasMessage("metrics.maxRules must be at least 1, but is 0");
        assertThatThrownBy(() -> new MetricsSettings(0, 1, -1, 1))
                .hasMessage("metrics.ruleTimesEvery must not be negative, but is -1");
        assertThatThrownBy(() -> new MetricsSettings(0, 1, 1, 0))
                .hasMessage("metrics.projectSeconds must be at least 1, but is 0");
    }
}
