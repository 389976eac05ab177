package dev.mitigauge.assessment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mitigauge.assessment.Secret;
import dev.mitigauge.assessment.kept.EventType;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {

    private static final String KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    @Test
    void shouldHaveDefaults() {
        assertThat(WebhookSettings.DEFAULT).isEqualTo(new WebhookSettings(null, null, null, 10_000, 20, 24, false));
        assertThat(WebhookSettings.DEFAULT.parsedTargets()).isEmpty();
        assertThat(WebhookSettings.DEFAULT.types()).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void shouldReadTargetsKeysAndTypes() {
        WebhookSettings settings = new WebhookSettings(
                new Secret("portal=https://portal.example.org/hooks?t=a=b, chat = http://[::1]:8080/x"),
                new Secret(KEY + " " + KEY),
                "verdict.changed, rules.changed",
                100,
                1,
                1,
                true);

        assertThat(settings.parsedTargets())
                .containsExactly(
                        new Target("portal", URI.create("https://portal.example.org/hooks?t=a=b")),
                        new Target("chat", URI.create("http://[::1]:8080/x")));
        assertThat(settings.names()).isEqualTo(Set.of("portal", "chat"));
        assertThat(settings.types()).containsExactly(EventType.VERDICT_CHANGED, EventType.RULES_CHANGED);
        assertThat(settings.keys())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key).asString().isEqualTo("0123456789abcdef01234567"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://h.example/t0ken            | must be names and addresses such as portal=https://portal.example.org/hooks, but number 1 does not begin with a name of lower-case letters, digits, - or _
            a=https://h.example, B=https://i   | must be names and addresses such as portal=https://portal.example.org/hooks, but number 2 does not begin with a name of lower-case letters, digits, - or _
            a=https://h.example, a=https://i   | must name each target once, but `a` is there twice
            a=http://h.example/t0ken           | must have https addresses (http ones with webhooks.allowPrivate); that of `a` is none
            a=ftp://h.example/t0ken            | must have https addresses (http ones with webhooks.allowPrivate); that of `a` is none
            a=file:///etc/passwd               | must have addresses with a host, without user and fragment; that of `a` is none
            a=https://user:t0ken@h.example/    | must have addresses with a host, without user and fragment; that of `a` is none
            a=https://h.example/#t0ken         | must have addresses with a host, without user and fragment; that of `a` is none
            a=https://h.example/t0ken path     | must have addresses; that of `a` is none
            """)
    void shouldSayWhatIsWrongWithTargetsWithoutTheirAddresses(String targets, String message) {
        assertThatThrownBy(() -> webhooks(targets, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("webhooks.targets " + message)
                .hasMessageNotContaining("t0ken")
                .hasNoCause();
    }

    @Test
    void shouldBoundTheTargets() {
        String many = IntStream.range(0, 17)
                .mapToObj(i -> "t" + i + "=https://h.example/")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> webhooks(many, KEY))
                .hasMessage("webhooks.targets must be at most 16 targets, but are 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush", "whsec_aHVzaA==", "whsec_!!hush!!", KEY + " " + KEY + " " + KEY, ""})
    void shouldSayHowASecretLooksWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> webhooks("a=https://h.example/", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("webhooks.secret must be `whsec_` and 24 to 64 bytes in Base64,"
                        + " or two of these with a blank in between: echo whsec_$(openssl rand -base64 32)")
                .hasNoCause();
    }

    @Test
    void shouldNeitherShowAddressesNorSecrets() {
        assertThat(webhooks("a=https://h.example/t0ken", KEY).toString())
                .doesNotContain("t0ken")
                .doesNotContain("MDEy")
                .contains("targets=***", "secret=***");
        assertThat(webhooks("a=https://h.example/t0ken", KEY).parsedTargets().toString())
                .isEqualTo("[a]");
    }

    @Test
    void shouldWantSecretAndTargetsTogether() {
        assertThatThrownBy(() -> webhooks("a=https://h.example/", null))
                .hasMessage("webhooks.targets needs webhooks.secret: else receivers can't tell who sends");
        assertThatThrownBy(() -> webhooks(null, KEY))
                .hasMessage("webhooks.secret is of no use without webhooks.targets");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verdict.change | 100   | 1   | 1   | webhooks.events must be some of verdict.changed, waiver.expiring, rules.changed, but holds `verdict.change`
                           | 99    | 1   | 1   | webhooks.timeoutMillis must be between 100 and 60000, but is 99
                           | 60001 | 1   | 1   | webhooks.timeoutMillis must be between 100 and 60000, but is 60001
                           | 100   | 0   | 1   | webhooks.attempts must be between 1 and 100, but is 0
                           | 100   | 101 | 1   | webhooks.attempts must be between 1 and 100, but is 101
                           | 100   | 1   | 0   | webhooks.giveUpHours must be between 1 and 720, but is 0
                           | 100   | 1   | 721 | webhooks.giveUpHours must be between 1 and 720, but is 721
            """)
    void shouldNameKeyValueAndBound(@Nullable String events, int timeout, int attempts, int hours, String message) {
        assertThatThrownBy(() -> new WebhookSettings(null, null, events, timeout, attempts, hours, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static WebhookSettings webhooks(@Nullable String targets, @Nullable String secret) {
        return new WebhookSettings(
                targets == null ? null : new Secret(targets),
                secret == null ? null : new Secret(secret),
                null,
                100,
                1,
                1,
                false);
    }
}
