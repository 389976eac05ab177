package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS, as a client that checks certificates sees it. */
@Timeout(120)
class TlsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void shouldProveWhoItIs(String keyAlgorithm) throws Exception {
        TestCertificate made = TestCertificate.in(directory, keyAlgorithm);

        try (RunningService running = running(60)) {
            assertThat(ask(running, made.trusting()).statusCode()).isEqualTo(200);
            assertThat(running.service.certificateExpiry())
                    .hasValueSatisfying(expiry ->
                            assertThat(Duration.between(Instant.now(), expiry)).isBetween(days(28), days(31)));
            assertThatThrownBy(() -> ask(running, SSLContext.getDefault())).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void shouldSpeakNeitherPlainHttpNorOldTls() throws Exception {
        TestCertificate made = TestCertificate.in(directory, "RSA");

        try (RunningService running = running(60)) {
            assertThatThrownBy(() -> running.client.send(
                            running.to("/health/live").build(), HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            SSLSocket socket = (SSLSocket) made.trusting().getSocketFactory().createSocket("127.0.0.1", running.port);
            try (socket) {
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            }
        }
    }

    @Test
    void shouldShowARenewedCertificateWithoutARestart() throws Exception {
        TestCertificate before = TestCertificate.in(directory, "EC");
        try (RunningService running = running(1)) {
            assertThat(ask(running, before.trusting()).statusCode()).isEqualTo(200);
            Files.writeString(before.key, "half written");

            TestCertificate after = TestCertificate.in(directory, "EC");

            assertThat(eventually(running, after.trusting())).isEqualTo(200);
            assertThatThrownBy(() -> ask(running, before.trusting())).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void shouldRefuseToStartWithWhatProvesNothing() throws Exception {
        TestCertificate made = TestCertificate.in(directory, "EC");
        Path other = Files.createDirectory(directory.resolve("other"));
        TestCertificate.in(other, "EC");

        assertThat(refused(other.resolve("tls.key")))
                .isEqualTo(new Started.Refused(
                        "the key " + other.resolve("tls.key") + " does not belong to the certificate "
                                + made.certificate,
                        "name the key that the certificate was made for"));
        assertThat(refused(directory.resolve("none")).message())
                .isEqualTo("there is no file " + directory.resolve("none"));
        Files.writeString(made.key, "no key");
        assertThat(refused(made.key).message())
                .startsWith("certificate " + made.certificate + " and key " + made.key + " can't be used: ");
    }

    private Started.Refused refused(Path key) {
        Front front = front(new TlsSettings("tls.crt", key.toString(), 60));
        HttpService service =
                LifeTest.service(RunningService.SETTINGS, Optional.empty(), AccessSettings.DEFAULT, front);
        return (Started.Refused) service.start().toCompletableFuture().join();
    }

    private RunningService running(int reloadSeconds) {
        return new RunningService(front(new TlsSettings("tls.crt", "tls.key", reloadSeconds)), Optional.empty());
    }

    private Front front(TlsSettings tls) {
        return Front.of(tls, TrafficSettings.DEFAULT, CorsSettings.DEFAULT, OidcSettings.DEFAULT, directory);
    }

    private static HttpResponse<String> ask(RunningService running, SSLContext trust) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        return client.send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + running.port + "/health/live"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The status, once the client trusts what it is shown. */
    private static int eventually(RunningService running, SSLContext trust) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(running, trust).statusCode();
            } catch (SSLHandshakeException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
