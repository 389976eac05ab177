package dev.mitigauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.report.JsonReport;
import dev.mitigauge.report.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceCommandsTest {

    private final FakeWorkshop workshop = new FakeWorkshop();
    private FakeService service = new FakeService(200, JsonReport.render(Samples.notReady()));

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void shouldServeUntilItIsStopped() {
        workshop.service = service;

        Session session =
                Session.run(workshop, "serve", "--host", "0.0.0.0", "--port", "9000", "--data", "var", "--allow-open");

        assertThat(session).isEqualTo(new Session(0, "", "mitigauge listens at " + service.address() + "\n"));
        assertThat(service.awaited).isTrue();
        assertThat(service.closed).isTrue();
        assertThat(workshop.given())
                .containsEntry("http.host", new Choices.Given("--host", "0.0.0.0"))
                .containsEntry("http.port", new Choices.Given("--port", "9000"))
                .containsEntry("http.allowOpen", new Choices.Given("--allow-open", "true"))
                .containsEntry("paths.data", new Choices.Given("--data", "var"))
                .hasSize(4);
    }

    @Test
    void shouldLeaveToTheSettingsWhatNoOptionSays() {
        workshop.service = service;

        Session.run(workshop, "serve");

        assertThat(workshop.given()).isEmpty();
    }

    @Test
    void shouldSayWhyItDoesNotServe() {
        workshop.service = service;
        workshop.invalid = List.of(new Fault("--port", 0, 0, "port 80 is in use", "choose another --port", null));

        Session session = Session.run(workshop, "serve", "--port", "80");

        assertThat(session)
                .isEqualTo(new Session(78, "", "--port: port 80 is in use\n  remedy: choose another --port\n"));
    }

    @Test
    void shouldShowTheWholePathOnTheExamples() {
        workshop.service = service;

        Session session = Session.run(workshop, "demo", "--once");

        assertThat(session.exitCode()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(service.requests).hasSameSizeAs(Examples.NAMES).allSatisfy(request -> assertThat(request)
                .startsWith("POST /api/v1/assessments {\"documents\":[{\"name\":\""));
        assertThat(session.out())
                .contains(Examples.NAMES)
                .contains("NOT READY", "Mitigation coverage", "http://127.0.0.1:", "curl -s -H");
        assertThat(service.awaited).isFalse();
        assertThat(service.closed).isTrue();
        assertThat(workshop.given()).containsEntry("http.host", new Choices.Given("demo", "127.0.0.1"));
    }

    @Test
    void shouldGoOnServingAfterTheExamples() {
        workshop.service = service;

        Session session = Session.run(workshop, "demo");

        assertThat(session.err()).isEqualTo("serving until Ctrl-C\n");
        assertThat(service.awaited).isTrue();
    }

    @Test
    void shouldSayWhatTheServiceAnsweredInsteadOfAVerdict() {
        service.close();
        service = new FakeService(500, "{\"title\":\"broken\"}".getBytes(UTF_8));
        workshop.service = service;

        Session session = Session.run(workshop, "demo", "--once");

        assertThat(session.exitCode()).isEqualTo(70);
        assertThat(session.err()).contains("the service answered 500 to the example", "{\"title\":\"broken\"}");
        assertThat(service.closed).isTrue();
    }

    @Test
    void shouldAskTheServiceForItsHealth() {
        Session session = Session.run(workshop, "health", "--url", service.address() + "/health/live");

        assertThat(session).isEqualTo(new Session(0, "", ""));
        assertThat(service.requests).containsExactly("GET /health/live ");
    }

    @Test
    void shouldAskWhereTheSettingsSayUnlessToldOtherwise() {
        workshop.service = service;

        Session session = Session.run(workshop, "health");

        assertThat(session).isEqualTo(new Session(0, "", ""));
        assertThat(service.requests).containsExactly("GET /health/ready ");
    }

    @Test
    void shouldSayThatTheServiceIsNotReady() {
        service.close();
        service = new FakeService(503, new byte[0]);

        Session session =
                Session.run(workshop, "health", "--url", service.address().toString());

        assertThat(session.exitCode()).isEqualTo(1);
        assertThat(session.err()).contains("answered with status 503\n  remedy: ");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        String address = service.address().toString();
        service.close();

        Session session = Session.run(workshop, "health", "--url", address);

        assertThat(session.exitCode()).isEqualTo(1);
        assertThat(session.err()).startsWith(address + ": does not answer: ");
    }

    @Test
    void shouldRefuseAnAddressThatIsNone() {
        for (String url : List.of("localhost", "file:///etc/passwd", "http://", "http:// x")) {
            Session session = Session.run(workshop, "health", "--url", url);

            assertThat(session.exitCode()).as(url).isEqualTo(64);
            assertThat(session.err()).contains("--url must be an address of the web, but is `" + url + "`");
        }
    }
}
