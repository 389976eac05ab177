package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.mitigauge.assessment.kept.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an issuer of OpenID Connect: real signatures, real HTTP, an issuer on this machine. */
@Timeout(120)
class OidcTest {

    private static final String PATH = "/api/v1/assessments";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each test
    private FakeIssuer issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = new FakeIssuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void shouldLetThoseInWhomTheIssuerGivesARoleAndAskItForItsKeysOnce() {
        try (RunningService running = withoutStore()) {
            for (int i = 0; i < 20; i++) {
                String token = token("assess", "offline_access", "i" + i);
                assertThat(assess(running, token).statusCode()).isEqualTo(200);
            }

            assertThat(issuer.asked).hasValue(2);
        }
    }

    @Test
    void shouldTurnThoseAwayWhoShowNothingOrSomethingElse() throws Exception {
        RSAKey other = FakeIssuer.newKey("first");
        SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), assessing());
        shared.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        List<String> tokens = List.of(
                FakeIssuer.signed(other, assessing()),
                shared.serialize(),
                new PlainJWT(assessing()).serialize(),
                issuer.token(claims -> roles(claims, "assess").audience("another service")),
                issuer.token(claims -> roles(claims, "assess").issuer("https://elsewhere.example.org")),
                issuer.token(claims -> roles(claims, "assess")
                        .expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                issuer.token(claims -> roles(claims, "assess").expirationTime(null)),
                issuer.token(claims -> roles(claims, "assess")
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))),
                issuer.token(claims -> roles(claims, "assess").subject(null)),
                "a.b.c",
                "mg_0123456789abcdef_0123456789012345678901234567890123456789012");
        try (RunningService running = withoutStore()) {
            for (String token : tokens) {
                assertThat(assess(running, token).statusCode()).as(token).isEqualTo(401);
            }
            HttpResponse<String> nothing = running.assess("text/markdown", "- [ ] a");
            assertThat(nothing.statusCode()).isEqualTo(401);
            assertThat(nothing.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"mitigauge\"");
            assertThat(running.assessments.count()).isZero();
            assertThat(running.get("/health/ready").statusCode()).isIn(200, 503);
        }
    }

    @Test
    void shouldTellWhoLacksARoleByName() {
        try (RunningService running = withoutStore()) {
            HttpResponse<String> none = assess(running, token("editor"));
            HttpResponse<String> other = assess(running, token("read"));

            for (HttpResponse<String> response : List.of(none, other)) {
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(RunningService.tree(response).get("detail").textValue())
                        .isEqualTo("the token `oidc:alice` lacks the role assess");
            }
        }
    }

    @Test
    void shouldConfineToTheProjectsOfAClaimBesideTokensOfTheStore() {
        OidcSettings settings = new OidcSettings(issuer.address(), FakeIssuer.AUDIENCE, "sub", "scope", "projects");
        try (KeptService kept = KeptService.behind(directory, front(settings))) {
            String token = issuer.token(
                    claims -> claims.claim("scope", "openid assess read").claim("projects", List.of("shop")));
            String[] shop = {"Authorization", "Bearer " + token};

            assertThat(kept.assess("shop", shop).statusCode()).isEqualTo(201);
            assertThat(kept.assess("bank", shop).statusCode()).isEqualTo(403);
            assertThat(kept.assess("bank", kept.token("ci", Set.of(), Role.ASSESS))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(kept.assess("shop").statusCode()).isEqualTo(401);
            assertThat(kept.store.audit().list(null, 10).orElseThrow().items())
                    .anySatisfy(entry -> assertThat(entry.event().who()).isEqualTo("oidc:alice"));
        }
    }

    @Test
    void shouldTakeUpANewKey() {
        try (RunningService running = withoutStore()) {
            assertThat(assess(running, token("assess")).statusCode()).isEqualTo(200);

            issuer.rotate();

            assertThat(assess(running, token("assess")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSayThatTheIssuerIsAwayAndGoOnWhenItIsBack() {
        issuer.away(true);
        try (RunningService running = withoutStore()) {
            String token = token("assess");

            HttpResponse<String> away = assess(running, token);

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).contains("5");
            assertThat(RunningService.tree(away).get("type").textValue())
                    .isEqualTo("urn:mitigauge:problem:issuer-away");
            issuer.away(false);
            assertThat(eventually(running, token)).isEqualTo(200);
            issuer.away(true);
            assertThat(assess(running, token("assess", "another")).statusCode())
                    .as("its keys are known")
                    .isEqualTo(200);
        }
    }

    private RunningService withoutStore() {
        return new RunningService(front(issuer.settings()), Optional.empty());
    }

    private static Front front(OidcSettings oidc) {
        return new Front(Optional.empty(), TrafficSettings.DEFAULT, CorsSettings.DEFAULT, oidc);
    }

    private JWTClaimsSet assessing() {
        return issuer.claims(claims -> roles(claims, "assess"));
    }

    private String token(String... roles) {
        return issuer.token(claims -> roles(claims, roles));
    }

    private static JWTClaimsSet.Builder roles(JWTClaimsSet.Builder claims, String... roles) {
        return claims.claim("realm", Map.of("roles", Stream.of(roles).toList()));
    }

    private static HttpResponse<String> assess(RunningService running, String token) {
        return running.post(
                PATH,
                "text/markdown",
                new byte[] {'-', ' ', '[', ' ', ']', ' ', 'a'},
                "Authorization",
                "Bearer " + token);
    }

    private static int eventually(RunningService running, String token) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int status = assess(running, token).statusCode();
        while (status == 503 && System.nanoTime() < deadline) {
            status = assess(running, token).statusCode();
        }
        return status;
    }
}
