package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.event.Receipt;
import dev.mitigauge.assessment.event.Target;
import dev.mitigauge.assessment.event.WebhookSettings;
import dev.mitigauge.assessment.kept.EventType;
import dev.mitigauge.assessment.kept.LoggedEvent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCourierTest {

    static final String KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String OTHER_KEY = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo=";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final LoggedEvent EVENT = new LoggedEvent(
            7,
            "0f6c9a52-6a3c-4be8-9c0e-3c2f3e6f3f51",
            EventType.VERDICT_CHANGED,
            "ferry",
            "projects/ferry",
            NOON,
            "{\"project\":\"ferry\",\"verdict\":\"READY\"}",
            null);

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldSendACloudEventThatItHasSigned() throws Exception {
        try (Receiver receiver = Receiver.answering(204);
                WebhookCourier courier = courier(true, 5_000, KEY)) {
            Receipt receipt = courier.deliver(target(receiver, "/hooks?token=a%20b"), EVENT);

            assertThat(receipt).isEqualTo(new Receipt.Taken());
            Receiver.Request came = receiver.next();
            assertThat(came.path()).isEqualTo("/hooks?token=a%20b");
            assertThat(came.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(came.header("User-Agent")).isEqualTo("mitigauge/1.2.3");
            assertThat(came.header("webhook-id")).isEqualTo(EVENT.id());
            assertThat(came.header("webhook-timestamp")).isEqualTo("1795262400");
            assertThat(came.header("webhook-signature"))
                    .isEqualTo(WebhookSignature.of(
                            List.of("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8)),
                            EVENT.id(),
                            1795262400,
                            came.body()));
            JsonNode event = RunningService.JSON.readTree(came.body());
            assertThat(event.toString())
                    .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"" + EVENT.id() + "\",\"source\":\"urn:shop\","
                            + "\"type\":\"dev.mitigauge.verdict.changed\",\"subject\":\"projects/ferry\","
                            + "\"time\":\"2026-11-21T12:00:00Z\",\"datacontenttype\":\"application/json\","
                            + "\"data\":" + EVENT.data() + "}");
        }
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void shouldSignAsTheSpecificationDoes() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = WebhookSignature.of(
                List.of(key),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void shouldSignWithBothKeysWhileTheyAreChanged() throws Exception {
        try (Receiver receiver = Receiver.answering(200);
                WebhookCourier courier = courier(true, 5_000, KEY + " " + OTHER_KEY)) {
            courier.deliver(target(receiver, "/"), EVENT);

            assertThat(receiver.next().header("webhook-signature"))
                    .matches("v1,[A-Za-z0-9+/=]{44} v1,[A-Za-z0-9+/=]{44}");
        }
    }

    @Test
    void shouldFollowNoRedirection() throws Exception {
        try (Receiver elsewhere = Receiver.answering(200);
                Receiver receiver = new Receiver(null, exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + elsewhere.port() + "/");
                    Receiver.answer(exchange, 307);
                });
                WebhookCourier courier = courier(true, 5_000, KEY)) {
            assertThat(courier.deliver(target(receiver, "/"), EVENT))
                    .isEqualTo(new Receipt.Failed("it answered 307", null));
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void shouldUnderstandWhatTheTargetAnswers() throws Exception {
        try (Receiver gone = Receiver.answering(410);
                Receiver broken = Receiver.answering(500);
                Receiver busy = new Receiver(null, exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    Receiver.answer(exchange, 503);
                });
                WebhookCourier courier = courier(true, 5_000, KEY)) {
            assertThat(courier.deliver(target(gone, "/"), EVENT))
                    .isEqualTo(new Receipt.Refused("it answered 410: it wants nothing more"));
            assertThat(courier.deliver(target(broken, "/"), EVENT))
                    .isEqualTo(new Receipt.Failed("it answered 500", null));
            assertThat(courier.deliver(target(busy, "/"), EVENT))
                    .isEqualTo(new Receipt.Failed("it answered 503", Duration.ofMinutes(2)));
        }
    }

    @Test
    void shouldWaitForNoAnswerLongerThanItMay() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver silent = new Receiver(null, exchange -> {
                    await(over);
                    exchange.close();
                });
                WebhookCourier courier = courier(true, 300, KEY)) {
            Receipt receipt = courier.deliver(target(silent, "/"), EVENT);
            over.countDown();

            assertThat(receipt).isInstanceOfSatisfying(Receipt.Failed.class, failed -> assertThat(failed.reason())
                    .isIn("no answer in time", "the connection failed"));
        }
    }

    @Test
    void shouldCutOffAnAnswerWithoutEnd() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        try (Receiver endless = new Receiver(null, exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (cut.getCount() > 0) {
                            out.write(new byte[8_192]);
                        }
                    } catch (IOException closed) {
                        cut.countDown();
                        throw closed;
                    }
                });
                WebhookCourier courier = courier(true, 60_000, KEY)) {
            assertThat(courier.deliver(target(endless, "/"), EVENT)).isEqualTo(new Receipt.Taken());
            assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldTellThatNobodyListens() throws Exception {
        int port;
        try (Receiver gone = Receiver.answering(200)) {
            port = gone.port();
        }
        try (WebhookCourier courier = courier(true, 2_000, KEY)) {
            assertThat(courier.deliver(target("http://127.0.0.1:" + port + "/t0ken"), EVENT))
                    .isEqualTo(new Receipt.Failed("the connection failed", null));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "[::1]",
                "[::ffff:169.254.169.254]",
                "[fe80::1]",
                "[fd00::1]",
                "[64:ff9b::7f00:1]",
                "localhost"
            })
    void shouldGoToNoAddressThatOnlySomeReach(String host) throws Exception {
        try (Receiver receiver = Receiver.answering(200);
                WebhookCourier courier = new WebhookCourier(
                        settings(false, 2_000, KEY),
                        "urn:shop",
                        "1.2.3",
                        clock,
                        name -> List.of(InetAddress.getAllByName(name)),
                        Tracing.OFF,
                        new HttpClientOptions())) {
            Receipt receipt = courier.deliver(target("http://" + host + ":" + receiver.port() + "/"), EVENT);

            assertThat(receipt)
                    .isEqualTo(new Receipt.Failed(
                            "its name stands for an address that webhooks may not go to (see webhooks.allowPrivate)",
                            null));
            assertThat(receiver.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fe80::1"})
    void shouldGoToNoNameThatStandsForSuchAnAddress(String address) throws Exception {
        try (Receiver receiver = Receiver.answering(200);
                WebhookCourier courier =
                        resolving(false, InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address))) {
            Receipt receipt = courier.deliver(target("http://hooks.example.org:" + receiver.port() + "/"), EVENT);

            assertThat(receipt)
                    .isEqualTo(new Receipt.Failed(
                            "its name stands for an address that webhooks may not go to (see webhooks.allowPrivate)",
                            null));
            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void shouldNeverGoToALinkLocalAddress() throws Exception {
        try (WebhookCourier courier = resolving(true, InetAddress.getByName("169.254.169.254"))) {
            assertThat(courier.deliver(target("http://metadata.example.org/"), EVENT))
                    .isEqualTo(new Receipt.Failed(
                            "its name stands for an address that webhooks may not go to (see webhooks.allowPrivate)",
                            null));
        }
    }

    /** No name server knows the name: only who goes to the address that was checked gets there. */
    @Test
    void shouldGoToTheAddressThatItChecked() throws Exception {
        try (Receiver receiver = Receiver.answering(200);
                WebhookCourier courier = resolving(true, InetAddress.getLoopbackAddress())) {
            assertThat(courier.deliver(target("http://hooks.invalid:" + receiver.port() + "/"), EVENT))
                    .isEqualTo(new Receipt.Taken());
            assertThat(receiver.next().header("Host")).isEqualTo("hooks.invalid:" + receiver.port());
        }
    }

    @Test
    void shouldTellThatANameStandsForNoAddress() throws Exception {
        try (WebhookCourier courier = new WebhookCourier(
                settings(false, 2_000, KEY),
                "urn:shop",
                "1.2.3",
                clock,
                name -> {
                    throw new UnknownHostException(name);
                },
                Tracing.OFF,
                new HttpClientOptions())) {
            assertThat(courier.deliver(target("https://hooks.invalid/"), EVENT))
                    .isEqualTo(new Receipt.Failed("its name stands for no address", null));
        }
    }

    @Test
    void shouldBelieveACertificateOfThatHostAlone() throws Exception {
        TestCertificate certificate = TestCertificate.in(directory, "EC");
        HttpClientOptions trusting = new HttpClientOptions()
                .setTrustOptions(new PemTrustOptions().addCertPath(certificate.certificate.toString()));
        try (Receiver receiver = new Receiver(certificate.proving(), exchange -> Receiver.answer(exchange, 200));
                WebhookCourier trustful = courier(trusting);
                WebhookCourier distrustful = courier(new HttpClientOptions())) {
            String refused = "its certificate is not believed, or TLS does not work";

            assertThat(trustful.deliver(target("https://127.0.0.1:" + receiver.port() + "/"), EVENT))
                    .isEqualTo(new Receipt.Taken());
            assertThat(trustful.deliver(target("https://hooks.invalid:" + receiver.port() + "/"), EVENT))
                    .as("a certificate of another host")
                    .isEqualTo(new Receipt.Failed(refused, null));
            assertThat(distrustful.deliver(target("https://127.0.0.1:" + receiver.port() + "/"), EVENT))
                    .as("a certificate that nobody vouches for")
                    .isEqualTo(new Receipt.Failed(refused, null));
            assertThat(receiver.requests).hasSize(1);
        }
    }

    private WebhookCourier courier(boolean allowPrivate, int millis, String secret) {
        return new WebhookCourier(
                settings(allowPrivate, millis, secret),
                "urn:shop",
                "1.2.3",
                clock,
                name -> List.of(InetAddress.getAllByName(name)),
                Tracing.OFF,
                new HttpClientOptions());
    }

    private WebhookCourier courier(HttpClientOptions options) {
        return new WebhookCourier(
                settings(true, 10_000, KEY),
                "urn:shop",
                "1.2.3",
                clock,
                name -> List.of(InetAddress.getLoopbackAddress()),
                Tracing.OFF,
                options);
    }

    private WebhookCourier resolving(boolean allowPrivate, InetAddress... addresses) {
        return new WebhookCourier(
                settings(allowPrivate, 5_000, KEY),
                "urn:shop",
                "1.2.3",
                clock,
                name -> List.of(addresses),
                Tracing.OFF,
                new HttpClientOptions());
    }

    private static WebhookSettings settings(boolean allowPrivate, int millis, String secret) {
        return new WebhookSettings(
                new Secret("a=https://h.example/"), new Secret(secret), null, millis, 3, 1, allowPrivate);
    }

    private static Target target(Receiver receiver, String path) {
        return target("http://127.0.0.1:" + receiver.port() + path);
    }

    private static Target target(String address) {
        return new Target("a", URI.create(address));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
