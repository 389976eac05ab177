package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorsTest {

    private static final String PORTAL = "https://portal.example.org";
    private static final String PATH = "/api/v1/assessments";

    @Test
    void shouldLetAListedPageCallAndReadWhatTheAnswerSaysOfItself() {
        try (RunningService running = running(PORTAL + ", https://ci.example.org")) {
            HttpResponse<String> preflight = preflight(running, PORTAL);
            HttpResponse<String> call = running.assess("text/markdown", "- [ ] a", "Origin", "https://ci.example.org");

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(header(preflight, "access-control-allow-origin")).contains(PORTAL);
            assertThat(header(preflight, "access-control-allow-methods").orElseThrow())
                    .contains("POST", "PUT", "DELETE");
            assertThat(header(preflight, "access-control-allow-headers").orElseThrow())
                    .contains("Authorization", "Idempotency-Key", "If-Match");
            assertThat(call.statusCode()).isEqualTo(200);
            assertThat(header(call, "access-control-allow-origin")).contains("https://ci.example.org");
            assertThat(header(call, "access-control-expose-headers").orElseThrow())
                    .contains("ETag", "Location", "X-Request-Id");
            assertThat(header(call, "access-control-allow-credentials")).isEmpty();
        }
    }

    @Test
    void shouldTellOtherPagesNothingAndOwnOnesEverything() {
        try (RunningService running = running(PORTAL)) {
            HttpResponse<String> preflight = preflight(running, "https://elsewhere.example.org");
            HttpResponse<String> own =
                    running.assess("text/markdown", "- [ ] a", "Origin", "http://127.0.0.1:" + running.port);

            assertThat(preflight.statusCode()).isEqualTo(405);
            assertThat(header(preflight, "access-control-allow-origin")).isEmpty();
            assertThat(header(preflight, "vary").orElseThrow()).containsIgnoringCase("origin");
            assertThat(own.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldBeOffByDefault() {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            assertThat(preflight(running, PORTAL).statusCode()).isEqualTo(405);
            assertThat(header(running.get("/health/live", "Origin", PORTAL), "access-control-allow-origin"))
                    .isEmpty();
        }
    }

    private static RunningService running(String origins) {
        return new RunningService(
                new Front(Optional.empty(), TrafficSettings.DEFAULT, new CorsSettings(origins), OidcSettings.DEFAULT),
                Optional.empty());
    }

    private static HttpResponse<String> preflight(RunningService running, String origin) {
        return running.send(running.to(PATH)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers(
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization"));
    }

    private static Optional<String> header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name);
    }
}
