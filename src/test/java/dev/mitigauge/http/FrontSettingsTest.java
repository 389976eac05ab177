package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(TlsSettings.DEFAULT).isEqualTo(new TlsSettings(null, null, 60));
        assertThat(TrafficSettings.DEFAULT).isEqualTo(new TrafficSettings(4_096, 8_192, 60, 1_000, 0, 0));
        assertThat(CorsSettings.DEFAULT).isEqualTo(new CorsSettings(null));
        assertThat(OidcSettings.DEFAULT).isEqualTo(new OidcSettings(null, null, "sub", "roles", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                  | k.pem | 60    | tls.key is of no use without tls.certificate
            c.pem |       | 60    | tls.certificate is of no use without tls.key
            c.pem | k.pem | 0     | tls.reloadSeconds must be between 1 and 86400, but is 0
            c.pem | k.pem | 86401 | tls.reloadSeconds must be between 1 and 86400, but is 86401
            """)
    void shouldNameWhatIsWrongWithTls(
            @Nullable String certificate, @Nullable String key, int reloadSeconds, String message) {
        assertThatThrownBy(() -> new TlsSettings(certificate, key, reloadSeconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 8192    | 60   | 0 | 0  | 0  | traffic.maxConnections must be between 1 and 1000000, but is 0
            1 | 1023    | 60   | 0 | 0  | 0  | traffic.maxHeaderBytes must be between 1024 and 1048576, but is 1023
            1 | 1048577 | 60   | 0 | 0  | 0  | traffic.maxHeaderBytes must be between 1024 and 1048576, but is 1048577
            1 | 8192    | 0    | 0 | 0  | 0  | traffic.headSeconds must be between 1 and 3600, but is 0
            1 | 8192    | 3601 | 0 | 0  | 0  | traffic.headSeconds must be between 1 and 3600, but is 3601
            1 | 8192    | 60   | -1 | 0  | 0  | traffic.maxDelayMillis must be between 0 and 3600000, but is -1
            1 | 8192    | 60   | 0 | -1 | 0  | traffic.perTokenPerMinute must be between 0 and 100000000, but is -1
            1 | 8192    | 60   | 0 | 0  | -1 | traffic.perAddressPerMinute must be between 0 and 100000000, but is -1
            """)
    void shouldNameKeyValueAndBoundOfTraffic(
            int connections,
            int headerBytes,
            int headSeconds,
            int maxDelayMillis,
            int perToken,
            int perAddress,
            String message) {
        assertThatThrownBy(() -> new TrafficSettings(
                        connections, headerBytes, headSeconds, maxDelayMillis, perToken, perAddress))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "portal.example.org", "https://portal.example.org/", "ftp://x", "https://a b", "null", ""})
    void shouldTakeOriginsAlone(String origin) {
        assertThatThrownBy(() -> new CorsSettings("https://portal.example.org, " + origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cors.origins must be origins such as https://portal.example.org")
                .hasMessageEndingWith("but holds `" + origin + "`");
    }

    @Test
    void shouldTakeOriginsWithAndWithoutAPort() {
        assertThat(new CorsSettings("https://portal.example.org , http://127.0.0.1:3000").all())
                .containsExactly("https://portal.example.org", "http://127.0.0.1:3000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                 | us | sub | roles | oidc.audience is of no use without oidc.issuer
            https://id.example.org |    | sub | roles | oidc.issuer needs oidc.audience: else tokens count that were made for others
            http://id.example.org  | us | sub | roles | oidc.issuer must be an https address, or an http one of this machine, but is `http://id.example.org`
            id.example.org         | us | sub | roles | oidc.issuer must be an https address, or an http one of this machine, but is `id.example.org`
            https://id.example.org | us | ' ' | roles | oidc.nameClaim must name a claim, but is blank
            https://id.example.org | us | sub | ' '   | oidc.rolesClaim must name a claim, but is blank
            """)
    void shouldNameWhatIsWrongWithAnIssuer(
            @Nullable String issuer, @Nullable String audience, String nameClaim, String rolesClaim, String message) {
        assertThatThrownBy(() -> new OidcSettings(issuer, audience, nameClaim, rolesClaim, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
