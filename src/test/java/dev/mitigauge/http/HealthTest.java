package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final Health health = new Health(
            () -> new RulesHealth(
                    "sha256:a", true, List.of("a.drl:1:2: wrong"), List.of("a.cases.yaml:3: case `b` fails: c")),
            "1.2.3");

    @Test
    void shouldBeReadyOnceItIsWarm() {
        health.warm();

        assertThat(health.ready().status()).isEqualTo(200);
        assertThat(new String(health.ready().body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"status\":\"READY\",\"warm\":true,\"rules\":{\"digest\":\"sha256:a\",\"stale\":true,\"problems\":[\"a.drl:1:2: wrong\"],\"objections\":[\"a.cases.yaml:3: case `b` fails: c\"]},\"version\":\"1.2.3\"}");
    }

    @Test
    void shouldNotBeReadyWhenItStopsEvenIfItGetsWarmThen() {
        health.stopping();
        health.warm();

        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(new String(health.ready().body(), StandardCharsets.UTF_8)).contains("STOPPING");
        assertThat(health.live().status()).isEqualTo(200);
    }
}
