package dev.mitigauge.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingSettingsTest {

    private static final String COLLECTOR = "https://collector.example.org:4318/v1/traces";

    @Test
    void shouldFollowNothingByDefault() {
        assertThat(TracingSettings.DEFAULT).isEqualTo(new TracingSettings(null, null, 0.1, "mitigauge", 2_048));
        assertThat(TracingSettings.DEFAULT.collector()).isEmpty();
    }

    @Test
    void shouldReadHeaders() {
        Secret headers = new Secret("Authorization=Bearer a=b, X-Tenant=shop");

        assertThat(new TracingSettings(COLLECTOR, headers, 1, "shop", 100).parsedHeaders())
                .isEqualTo(Map.of("Authorization", "Bearer a=b", "X-Tenant", "shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collector:4318",
                "http://collector:4318",
                "ftp://collector/v1/traces",
                "http:///v1/traces",
                "a b"
            })
    void shouldTakeNothingForACollectorThatIsNone(String endpoint) {
        assertThatThrownBy(() -> new TracingSettings(endpoint, null, 1, "shop", 100))
                .hasMessage(
                        "tracing.endpoint must be the address of a collector, such as http://127.0.0.1:4318/v1/traces,"
                                + " but is `" + endpoint + "`");
    }

    @Test
    void shouldNotTellASecretThatIsMalformed() {
        assertThatThrownBy(() -> new TracingSettings(COLLECTOR, new Secret("Bearer xyz"), 1, "shop", 100))
                .hasMessageStartingWith("tracing.headers must be names and values such as")
                .hasMessageNotContaining("xyz");
        assertThatThrownBy(() -> new TracingSettings(COLLECTOR, new Secret("X=a\nY: b"), 1, "shop", 100))
                .hasMessageStartingWith("tracing.headers ");
    }

    @Test
    void shouldNameKeyValueAndBound() {
        assertThatThrownBy(() -> new TracingSettings(null, null, 1.1, "shop", 100))
                .hasMessage("tracing.sampleRatio must be between 0 and 1, but is 1.1");
        assertThatThrownBy(() -> new TracingSettings(null, null, Double.NaN, "shop", 100))
                .hasMessage("tracing.sampleRatio must be between 0 and 1, but is NaN");
        assertThatThrownBy(() -> new TracingSettings(null, null, 1, " ", 100))
                .hasMessage("tracing.serviceName must not be blank");
        assertThatThrownBy(() -> new TracingSettings(null, null, 1, "shop", 99))
                .hasMessage("tracing.queue must be between 100 and 100000, but is 99");
    }
}
