package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggersRouteTest {

    private static final String LOGGER = "loggers/" + FakeLevels.PACKAGE;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldChangeALevelAndWriteDownWhoDid() {
        try (KeptService service = KeptService.patient(directory)) {
            String[] admin = service.token("root", Set.of(), Role.ADMIN);

            assertThat(service.get(LOGGER, admin).body())
                    .isEqualTo("{\"name\":\"dev.mitigauge.http\",\"level\":null,\"effective\":\"info\"}");
            assertThat(service.put(LOGGER, "{\"level\":\"debug\"}", admin).body())
                    .isEqualTo("{\"name\":\"dev.mitigauge.http\",\"level\":\"debug\",\"effective\":\"debug\"}");
            assertThat(service.put(LOGGER, "{\"level\":null}", admin).body())
                    .isEqualTo("{\"name\":\"dev.mitigauge.http\",\"level\":null,\"effective\":\"info\"}");
            assertThat(service.store.audit().list(null, 10).orElseThrow().items())
                    .filteredOn(entry -> entry.event().action().equals("log.level"))
                    .extracting(AuditEntry::event)
                    .extracting(event -> event.who() + " " + event.target() + " " + event.detail())
                    .containsExactly(
                            "root dev.mitigauge.http level: that of its package",
                            "root dev.mitigauge.http level: debug");
        }
    }

    @Test
    void shouldLetAdministratorsOfAllAlone() {
        try (KeptService service = KeptService.patient(directory)) {
            String[] confined = service.token("shop-admin", Set.of("shop"), Role.ADMIN);
            String[] writer = service.token("writer", Set.of(), Role.RULES_WRITE);

            assertThat(service.put(LOGGER, "{\"level\":\"off\"}", confined).statusCode())
                    .isEqualTo(403);
            assertThat(service.get(LOGGER, writer).statusCode()).isEqualTo(403);
            assertThat(service.get(LOGGER).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void shouldChangeALevelWhereNothingIsKept() {
        try (RunningService service = new RunningService(RunningService.SETTINGS)) {
            HttpResponse<String> answer = service.send(service.to("/api/v1/" + LOGGER)
                    .header("Content-Type", "application/json")
                    .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"level\":\"trace\"}")));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"effective\":\"trace\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "dev.mitigauge.http | {\"level\":\"debg\"} | 422 | unknown level `debg` | did you mean `debug`?",
                "dev.mitigauge.http | {} | 422 | is missing | send a level, or null",
                "dev.mitigauge.http | {\"level\":1} | 422 | must be a string | send a string",
                "dev.mitigauge.http | {\"level\":\"info\",\"for\":\"ever\"} | 422 | unknown key `for` | use one of level",
                "ROOT | {\"level\":null} | 422 | must be a word for `ROOT` | use one of off, error",
                "dev.mitigauge.htp | {\"level\":\"info\"} | 404 | nobody logs under the name `dev.mitigauge.htp` | did you mean `dev.mitigauge.http`?",
                "mitigauge.documents | {\"level\":\"info\"} | 404 | nobody logs under | a package such as `dev.mitigauge.http`"
            })
    void shouldTellWhatIsWrong(String name, String body, int status, String message, String remedy) {
        try (KeptService service = KeptService.patient(directory)) {
            HttpResponse<String> answer = service.put("loggers/" + name, body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).contains(message).contains(remedy);
        }
    }
}
