package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large, slow and many. */
@Timeout(60)
class LimitsTest {

    private static final String PATH = "/api/v1/assessments";
    private static final int MEBI = 1024 * 1024;
    private static final byte[] LARGE = new byte[64 * 1024];

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "application/json", "multipart/form-data; boundary=b"})
    void shouldRefuseTwentyMegabytesAndGoOn(String contentType) {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            byte[] body = new byte[20_000_000];

            HttpResponse<String> announced = running.post(PATH, contentType, body);
            HttpResponse<String> chunked = running.send(running.to(PATH)
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            for (HttpResponse<String> response : List.of(announced, chunked)) {
                assertThat(response.statusCode()).isEqualTo(413);
                JsonNode problem = RunningService.tree(response);
                assertThat(problem.get("type").textValue()).isEqualTo("urn:mitigauge:problem:too-large");
                assertThat(problem.get("detail").textValue()).isEqualTo("the body has more than 16777216 bytes");
                assertThat(problem.get("remedy").textValue()).contains("http.maxBodyBytes");
            }
            assertThat(running.listener.rejected).containsExactly("too_large", "too_large");
            assertThat(running.assessments.count()).isZero();
            assertThat(running.assess("text/markdown", "x").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413"})
    void shouldTakeABodyOfTheLimitAndNotOneByteMore(int beyond, int status) {
        HttpSettings settings = settings(64, 4 * MEBI, 4 * MEBI, 30);
        try (RunningService running = new RunningService(settings)) {
            byte[] body = new byte[4 * MEBI + beyond];

            HttpResponse<String> announced = running.post(PATH, "text/plain", body);
            HttpResponse<String> chunked = running.send(running.to(PATH)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertThat(announced.statusCode()).isEqualTo(status);
            assertThat(chunked.statusCode()).isEqualTo(status);
        }
    }

    @Test
    void shouldHandOverEveryByteThatCameInPieces() {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            byte[] body = new byte[3 * MEBI];
            new Random(7).nextBytes(body);

            running.send(running.to(PATH)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertThat(running.assessments.last().documents().get(0).content()).isEqualTo(body);
        }
    }

    @Test
    void shouldRefuseBeforeAPoliteClientSendsItsBody() throws IOException {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            String head = "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n";

            String response = Raw.exchange(running.port, head);

            assertThat(response).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void shouldTellAPoliteClientToSendItsBody() {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            HttpResponse<String> response = running.send(running.to(PATH)
                    .header("Content-Type", "text/plain")
                    .expectContinue(true)
                    .POST(HttpRequest.BodyPublishers.ofString("- [ ] a")));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(running.assessments.last().documents().get(0).content()).hasSize(7);
        }
    }

    @Test
    void shouldRefuseLargeRequestsThatFindNoPlaceToWaitAndStillTakeSmallOnes() throws Exception {
        try (RunningService running = new RunningService(settings(1, 16 * MEBI, 64 * MEBI, 30))) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            running.assessments.answering(request -> {
                if (request.documents().get(0).content().length >= LARGE.length) {
                    begun.countDown();
                    await(go);
                }
                return new Answer.Assessed(Answers.to(request));
            });
            List<CompletableFuture<HttpResponse<String>>> large = new ArrayList<>();
            large.add(later(running, LARGE));
            await(begun);
            large.add(later(running, LARGE));
            waitUntil(() -> running.service.pools().get(0).waiting().getAsInt() == 1);

            HttpResponse<String> third = running.post(PATH, "text/plain", LARGE);
            HttpResponse<String> small = running.assess("text/plain", "x");
            assertThat(running.service.pools().get(0).active().getAsInt()).isEqualTo(1);
            go.countDown();

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningService.tree(third).get("type").textValue()).isEqualTo("urn:mitigauge:problem:busy");
            assertThat(running.service.pools().get(0).refused().getAsLong()).isEqualTo(1);
            assertThat(small.statusCode()).as("beside the pool").isEqualTo(200);
            for (CompletableFuture<HttpResponse<String>> response : large) {
                assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldGiveUpWhatTakesTooLongAndForgetWhatHasNotBegun() throws Exception {
        try (RunningService running = new RunningService(settings(1, 16 * MEBI, 64 * MEBI, 1))) {
            CountDownLatch go = new CountDownLatch(1);
            running.assessments.answering(request -> {
                await(go);
                return new Answer.Assessed(Answers.to(request));
            });

            CompletableFuture<HttpResponse<String>> begun = later(running, LARGE);
            CompletableFuture<HttpResponse<String>> waiting = later(running, LARGE);

            for (CompletableFuture<HttpResponse<String>> late : List.of(begun, waiting)) {
                HttpResponse<String> response = late.get(10, TimeUnit.SECONDS);
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(RunningService.tree(response).get("type").textValue())
                        .isEqualTo("urn:mitigauge:problem:timeout");
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(running.service.pools().get(0).waiting().getAsInt()).isZero();
            assertThat(running.listener.rejected).containsExactly("timeout", "timeout");
            go.countDown();
            running.assessments.answering(request -> new Answer.Assessed(Answers.to(request)));
            assertThat(running.post(PATH, "text/plain", LARGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNotWaitForABodyThatTrickles() throws IOException {
        try (RunningService running = new RunningService(settings(1, 16 * MEBI, 64 * MEBI, 1));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: 100\r\n\r\nslow")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            assertThat(running.listener.rejected).containsExactly("slow_request");
        }
    }

    @Test
    void shouldBoundTheMemoryOfAllBodiesTogetherAndGetItBack() throws Exception {
        HttpSettings settings = settings(64, MEBI, MEBI, 30);
        try (RunningService running = new RunningService(settings)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            running.assessments.answering(request -> {
                begun.countDown();
                await(go);
                return new Answer.Assessed(Answers.to(request));
            });
            CompletableFuture<HttpResponse<String>> first = later(running, new byte[MEBI - 100_000]);
            await(begun);

            HttpResponse<String> second = running.post(PATH, "text/plain", new byte[500_000]);
            go.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(running.post(PATH, "text/plain", new byte[MEBI]).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldGiveBackTheMemoryOfClientsThatGoAway() throws Exception {
        try (RunningService running = new RunningService(settings(64, MEBI, MEBI, 30))) {
            for (int i = 1; i <= 5; i++) {
                int gone = i;
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.port)) {
                    socket.getOutputStream()
                            .write(("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                                            + "Content-Length: 1000000\r\n\r\n" + "x".repeat(900_000))
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
                waitUntil(() -> running.listener.requests.size() == gone);
            }
            assertThat(running.listener.requests).allMatch(request -> request.equals("POST " + PATH + " 499"));

            HttpResponse<String> response = running.post(PATH, "text/plain", new byte[MEBI]);

            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldAnswerManyAtOnce() throws Exception {
        try (RunningService running = new RunningService(RunningService.SETTINGS)) {
            List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                byte[] body = (i % 10 == 0 ? "x".repeat(40_000) : "x").getBytes(StandardCharsets.US_ASCII);
                responses.add(running.client.sendAsync(
                        running.to(PATH + "?name=" + i + ".md")
                                .header("Content-Type", "text/markdown")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }

            for (int i = 0; i < responses.size(); i++) {
                HttpResponse<String> response = responses.get(i).get(30, TimeUnit.SECONDS);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(RunningService.tree(response)
                                .get("documents")
                                .get(0)
                                .get("name")
                                .textValue())
                        .isEqualTo(i + ".md");
            }
            assertThat(running.assessments.count()).isEqualTo(100);
            assertThat(running.listener.requests).hasSize(100);
        }
    }

    private static HttpSettings settings(int queue, int maxBodyBytes, int maxBufferedBytes, int timeoutSeconds) {
        return new HttpSettings(
                "127.0.0.1", 0, false, 2, 1, queue, 32 * 1024, maxBodyBytes, maxBufferedBytes, timeoutSeconds, 5, 0);
    }

    private static CompletableFuture<HttpResponse<String>> later(RunningService running, byte[] body) {
        return running.client.sendAsync(
                running.to(PATH)
                        .header("Content-Type", "text/plain")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("waited too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
