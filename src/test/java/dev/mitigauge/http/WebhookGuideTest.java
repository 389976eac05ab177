package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.event.Target;
import dev.mitigauge.assessment.event.WebhookSettings;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on events tells receivers to do works on what they get. */
class WebhookGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\\n(.*?)```");
    private static final String OTHER_KEY = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo=";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldVerifyWhatWasSentAndNothingElse() throws Exception {
        WebhookSettings settings = new WebhookSettings(
                new Secret("a=https://h.example/"),
                new Secret(OTHER_KEY + " " + WebhookCourierTest.KEY),
                null,
                5_000,
                1,
                1,
                true);
        Receiver.Request came;
        try (Receiver receiver = Receiver.answering(200);
                WebhookCourier courier = WebhookCourier.of(settings, "urn:shop", "test", Tracing.OFF)) {
            courier.deliver(
                    new Target("a", URI.create("http://127.0.0.1:" + receiver.port() + "/")), WebhookCourierTest.EVENT);
            came = receiver.next();
        }
        Instant now = Instant.now();
        byte[] forged = new String(came.body(), StandardCharsets.UTF_8)
                .replace("READY", "NOT_READY")
                .getBytes(StandardCharsets.UTF_8);

        Method isGenuine = example();

        assertThat(ask(isGenuine, WebhookCourierTest.KEY, came, came.body(), now))
                .isTrue();
        assertThat(ask(isGenuine, OTHER_KEY, came, came.body(), now)).isTrue();
        assertThat(ask(isGenuine, WebhookCourierTest.KEY, came, forged, now)).isFalse();
        assertThat(ask(isGenuine, WebhookCourierTest.KEY, came, came.body(), now.plusSeconds(400)))
                .isFalse();
        assertThat(ask(isGenuine, "whsec_bm90IHRoZSBrZXkgdGhhdCB3YXMgdXNlZCBoZXJl", came, came.body(), now))
                .isFalse();
    }

    private Method example() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("src/docs/events.md")));
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(directory.resolve("Webhooks.java"), example.group(1));

        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", directory.toString(), source.toString());

        assertThat(exit).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            return loader.loadClass("Webhooks")
                    .getMethod(
                            "isGenuine",
                            String.class,
                            String.class,
                            String.class,
                            String.class,
                            byte[].class,
                            Instant.class);
        }
    }

    private static boolean ask(Method isGenuine, String secret, Receiver.Request came, byte[] body, Instant now)
            throws Exception {
        return (boolean) isGenuine.invoke(
                null,
                secret,
                came.header("webhook-id"),
                came.header("webhook-timestamp"),
                came.header("webhook-signature"),
                body,
                now);
    }
}
