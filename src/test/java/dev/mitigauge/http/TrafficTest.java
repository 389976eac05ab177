package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.kept.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Callers who take more than their share. */
@Timeout(120)
class TrafficTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldBoundTheCallsOfAnAddress() {
        try (RunningService running = running(new TrafficSettings(100, 8_192, 60, 200, 0, 2))) {
            running.assess("text/markdown", "- [ ] a");
            running.assess("text/markdown", "- [ ] a");

            HttpResponse<String> third = running.assess("text/markdown", "- [ ] a");

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            third.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 31);
            JsonNode problem = RunningService.tree(third);
            assertThat(problem.get("type").textValue()).isEqualTo("urn:mitigauge:problem:rate-limited");
            assertThat(problem.get("detail").textValue()).isEqualTo("too many requests of 127.0.0.1 within a minute");
            assertThat(problem.get("remedy").textValue()).contains("`traffic.perAddressPerMinute`");
            assertThat(running.listener.rejected).containsExactly("rate_limited");
            assertThat(running.assessments.count()).isEqualTo(2);
        }
    }

    @Test
    void shouldBoundNeitherProbesNorScrapes() {
        try (RunningService running = running(new TrafficSettings(100, 8_192, 60, 200, 0, 1))) {
            for (int i = 0; i < 5; i++) {
                assertThat(running.get("/health/live").statusCode()).isEqualTo(200);
                assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldBoundTheCallsOfEachTokenByItself() {
        try (KeptService kept = KeptService.behind(directory, front(new TrafficSettings(100, 8_192, 60, 200, 2, 0)))) {
            String[] first = kept.token("first", Set.of(), Role.READ);
            String[] second = kept.token("second", Set.of(), Role.READ);
            kept.get("projects", first);
            kept.get("projects", first);

            HttpResponse<String> third = kept.get("projects", first);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(RunningService.tree(third).get("detail").textValue())
                    .isEqualTo("too many requests of the token `first` within a minute");
            assertThat(kept.get("projects", second).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldCloseConnectionsBeyondTheBoundAndTakeOthersWhenThoseAreGone() throws Exception {
        try (RunningService running = running(new TrafficSettings(3, 8_192, 60, 200, 0, 0))) {
            List<Socket> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                open.add(answered(running));
            }

            assertThat(closed(new Socket(InetAddress.getLoopbackAddress(), running.port)))
                    .isTrue();
            assertThat(running.listener.rejected).containsExactly(Connections.REASON);
            for (Socket socket : open) {
                socket.close();
            }
            answered(running).close();
        }
    }

    @Test
    void shouldCloseAConnectionWhoseHeadDoesNotCome() throws Exception {
        try (RunningService running = running(new TrafficSettings(100, 8_192, 1, 200, 0, 0))) {
            Socket dribbling = new Socket(InetAddress.getLoopbackAddress(), running.port);
            dribbling
                    .getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: x\r\nX".getBytes(StandardCharsets.UTF_8));
            Socket afterwards = answered(running);

            assertThat(closed(dribbling)).isTrue();
            assertThat(closed(afterwards)).isTrue();
        }
    }

    @Test
    void shouldTakeHeadersOfTheBoundOnly() {
        try (RunningService running = running(new TrafficSettings(100, 20_000, 60, 200, 0, 0))) {
            assertThat(running.get("/health/live", "X-Long", "x".repeat(15_000)).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> longer = running.get("/health/live", "X-Long", "x".repeat(21_000));
            assertThat(longer.statusCode()).isEqualTo(431);
            assertThat(longer.body()).contains("more than 20000 bytes", "`traffic.maxHeaderBytes`");
        }
    }

    private static RunningService running(TrafficSettings traffic) {
        return new RunningService(front(traffic), Optional.empty());
    }

    private static Front front(TrafficSettings traffic) {
        return new Front(Optional.empty(), traffic, CorsSettings.DEFAULT, OidcSettings.DEFAULT);
    }

    /** A connection over which a request was answered, and which stays open. */
    private static Socket answered(RunningService running) throws IOException {
        while (true) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.port);
            OutputStream out = socket.getOutputStream();
            out.write("HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            try {
                if (socket.getInputStream().read() == 'H') {
                    return socket;
                }
            } catch (SocketException e) {
                // one that was closed a moment ago may still count
                socket.close();
            }
        }
    }

    /** Whether the service closes it; waits for that. */
    private static boolean closed(Socket socket) throws IOException {
        socket.setSoTimeout(30_000);
        try (socket) {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }
}
