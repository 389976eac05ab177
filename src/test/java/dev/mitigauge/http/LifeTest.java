package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Tracing;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From start to stop. */
@Timeout(60)
class LifeTest {

    private static final String PATH = "/api/v1/assessments";

    @Test
    void shouldFinishWhatIsInFlightAndTakeNothingNewWhenItStops() throws Exception {
        RunningService running = new RunningService(RunningService.SETTINGS);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        running.assessments.answering(request -> {
            begun.countDown();
            await(go);
            return new Answer.Assessed(Answers.to(request));
        });
        CompletableFuture<HttpResponse<String>> slow = running.client.sendAsync(
                running.to(PATH)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[64 * 1024]))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        await(begun);

        CompletableFuture<Void> stopped = running.service.stop().toCompletableFuture();
        boolean refused = refusesConnections(running.port);
        boolean stoppedEarly = stopped.isDone();
        go.countDown();

        assertThat(slow.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(stoppedEarly).isFalse();
        assertThat(refused).isTrue();
        stopped.get(10, TimeUnit.SECONDS);
        running.close();
    }

    @Test
    void shouldNotWaitLongerThanTheGraceForWhatIsInFlight() throws Exception {
        HttpSettings oneSecond = new HttpSettings("127.0.0.1", 0, false, 1, 1, 1, 0, 1_000, 1_000, 30, 1, 0);
        RunningService running = new RunningService(oneSecond);
        CountDownLatch begun = new CountDownLatch(1);
        running.assessments.answering(request -> {
            begun.countDown();
            await(new CountDownLatch(1));
            return new Answer.Assessed(Answers.to(request));
        });
        CompletableFuture<HttpResponse<String>> endless = running.client.sendAsync(
                running.to(PATH)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        await(begun);

        running.service.stop().toCompletableFuture().get(8, TimeUnit.SECONDS);

        assertThatThrownBy(() -> endless.get(5, TimeUnit.SECONDS)).hasRootCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void shouldCloseIdleConnectionsAtOnceWhenItStops() throws Exception {
        RunningService running = new RunningService(RunningService.SETTINGS);
        assertThat(running.get("/health/live").statusCode()).isEqualTo(200);
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), running.port)) {
            idle.setSoTimeout(5_000);

            running.service.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);

            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldStopTwice() throws Exception {
        RunningService running = new RunningService(RunningService.SETTINGS);

        running.service.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);
        running.service.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);

        assertThat(refusesConnections(running.port)).isTrue();
    }

    @Test
    void shouldLeaveNoThreadBehind() throws Exception {
        RunningService running = new RunningService(RunningService.SETTINGS);
        running.post(PATH, "text/plain", new byte[64 * 1024]);
        running.warmUp.countDown();

        running.service.stop().toCompletableFuture().get(5, TimeUnit.SECONDS);

        for (int i = 0; i < 500 && serviceThreads() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(serviceThreads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void shouldRefuseToListenOpenlyUnlessToldSo(String host) {
        Started started = start(HttpSettings.DEFAULT.listeningAt(host, 0));

        assertThat(started)
                .isEqualTo(
                        new Started.Refused(
                                "other machines can reach `" + host + "`, and anybody may use this service",
                                "create a token (`mitigauge token create`), listen at 127.0.0.1, or say with --allow-open (`http.allowOpen`) that this is meant"));
    }

    @Test
    void shouldListenOpenlyIfToldSo() {
        HttpSettings open = HttpSettings.DEFAULT.listeningAt("0.0.0.0", 0).allowingOpen(true);

        try (RunningService running = new RunningService(open)) {
            assertThat(running.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSayThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Started started = start(HttpSettings.DEFAULT.listeningAt("127.0.0.1", taken.getLocalPort()));

            assertThat(started).isInstanceOf(Started.Refused.class);
            Started.Refused refused = (Started.Refused) started;
            assertThat(refused.message())
                    .isEqualTo("can't listen at 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
            assertThat(refused.remedy()).contains("--port").contains("--host");
        }
    }

    @Test
    void shouldSayThatAHostIsUnknown() {
        Started started = start(HttpSettings.DEFAULT.listeningAt("no-such-host.invalid", 0));

        assertThat(started)
                .isEqualTo(new Started.Refused(
                        "unknown host `no-such-host.invalid`",
                        "set --host (`http.host`) to an address of this machine"));
    }

    @Test
    void shouldTellItsUrl() {
        assertThat(new Started.Listening(false, "127.0.0.1", 8080).url()).isEqualTo("http://127.0.0.1:8080");
        assertThat(new Started.Listening(true, "::1", 80).url()).isEqualTo("https://[::1]:80");
    }

    @Test
    void shouldTellTheListenerOfRequestsAndConnections() throws Exception {
        RunningService running = new RunningService(RunningService.SETTINGS);

        running.assess("text/plain", "x");
        running.assess("nonsense", "x");
        running.get("/health/live?x=1");
        running.get("/" + "wild".repeat(100));
        running.send(running.to("/metrics").method("BREW", HttpRequest.BodyPublishers.noBody()));
        running.close();

        assertThat(running.listener.requests)
                .containsExactlyInAnyOrder(
                        "POST /api/v1/assessments 200",
                        "POST /api/v1/assessments 415",
                        "GET /health/live 200",
                        "GET unmatched 404",
                        "OTHER unmatched 405");
        assertThat(running.listener.connections).contains("connected", "disconnected");
        assertThat(running.listener.connections.stream().filter("connected"::equals))
                .hasSameSizeAs(running.listener.connections.stream()
                        .filter("disconnected"::equals)
                        .toList());
    }

    private static Started start(HttpSettings settings) {
        return service(settings, Optional.empty(), AccessSettings.DEFAULT)
                .start()
                .toCompletableFuture()
                .join();
    }

    static HttpService service(HttpSettings settings, Optional<KeptParts> kept, AccessSettings access) {
        return service(settings, kept, access, Front.DEFAULT);
    }

    static HttpService service(HttpSettings settings, Optional<KeptParts> kept, AccessSettings access, Front front) {
        FakeAssessments assessments = new FakeAssessments();
        RecordingListener listener = new RecordingListener();
        HttpParts parts = new HttpParts(
                assessments,
                java.util.List.of(new Renderer<>("application/json", RunningService::json)),
                listener,
                HttpListener.NONE,
                new Scrape(accept -> "text/plain", contentType -> ""),
                () -> new RulesHealth(Answers.DIGEST, false, java.util.List.of(), java.util.List.of()),
                Trials.shipped(),
                RuleWriteSettings.DEFAULT,
                kept,
                access,
                FakeRules::new,
                () -> {},
                Tracing.OFF,
                new FakeLevels(),
                front,
                "1.2.3");
        return new HttpService(settings, parts);
    }

    private static boolean refusesConnections(int port) throws Exception {
        for (int i = 0; i < 500; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                Thread.sleep(10);
            } catch (ConnectException e) {
                return true;
            }
        }
        return false;
    }

    private static long serviceThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("assessments-") || name.startsWith("vert.x-eventloop"))
                .count();
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
}
