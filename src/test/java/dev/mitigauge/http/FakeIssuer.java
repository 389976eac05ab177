package dev.mitigauge.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer of OpenID Connect on this machine, as far as a service that checks its tokens asks it. */
final class FakeIssuer implements AutoCloseable {

    static final String AUDIENCE = "mitigauge";

    final AtomicInteger asked = new AtomicInteger();

    /** In which traces it was asked. */
    final List<String> traces = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile RSAKey key = newKey("first");
    private volatile boolean away;

    FakeIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(exchange, "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + "/keys\"}"));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    OidcSettings settings() {
        return new OidcSettings(address(), AUDIENCE, "sub", "realm.roles", null);
    }

    /** Whether it answers. */
    void away(boolean now) {
        away = now;
    }

    /** Signs with another key from now on, and publishes that alone. */
    void rotate() {
        key = newKey("second");
    }

    RSAKey key() {
        return key;
    }

    /** A token of a quarter of an hour, with what is changed in its claims. */
    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, claims(change));
    }

    JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(address())
                        .audience(AUDIENCE)
                        .subject("alice")
                        .expirationTime(Date.from(Instant.now().plusSeconds(900))))
                .build();
    }

    static String signed(RSAKey by, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            traces.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
