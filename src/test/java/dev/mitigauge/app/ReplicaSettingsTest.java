package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(ReplicaSettings.DEFAULT).isEqualTo(new ReplicaSettings(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3601})
    void shouldNameKeyValueAndBound(int seconds) {
        assertThatThrownBy(() -> new ReplicaSettings(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicas.rulesSeconds must be between 0 and 3600, but is " + seconds);
    }
}
