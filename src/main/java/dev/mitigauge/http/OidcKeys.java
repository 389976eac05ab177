package dev.mitigauge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.mitigauge.assessment.Tracing;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which an issuer signs: found through its discovery document when they are needed first, kept, asked for anew when one is missing
 * (at most every half minute), and believed for a while if it can't be asked. Blocks.
 */
final class OidcKeys implements JWKSource<SecurityContext> {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int MILLIS = 3_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final long BELIEVED_IN_AN_OUTAGE = Duration.ofHours(4).toMillis();
    private static final long QUIET_AFTER_A_FAILURE = Duration.ofSeconds(5).toNanos();

    private final String issuer;
    private final DefaultResourceRetriever retriever;
    private @Nullable JWKSource<SecurityContext> found;
    private @Nullable RemoteKeySourceException failure;
    private long failedAt;

    OidcKeys(String issuer, Tracing tracing) {
        this.issuer = issuer;
        this.retriever = new TracedRetriever(MILLIS, MOST_BYTES, tracing);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return source().get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> source() throws RemoteKeySourceException {
        if (found != null) {
            return found;
        }
        if (failure != null && System.nanoTime() - failedAt < QUIET_AFTER_A_FAILURE) {
            throw failure;
        }
        try {
            JWKSource<SecurityContext> source = discovered();
            found = source;
            return source;
        } catch (IOException | IllegalArgumentException e) {
            failedAt = System.nanoTime();
            failure =
                    new RemoteKeySourceException("the issuer's discovery document can't be used: " + e.getMessage(), e);
            throw failure;
        }
    }

    private JWKSource<SecurityContext> discovered() throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode document = new JsonMapper()
                .readTree(retriever
                        .retrieveResource(URI.create(base + DISCOVERY).toURL())
                        .getContent());
        String named = document.path("issuer").asText();
        if (!named.equals(issuer)) {
            throw new IOException("it is that of `" + named + "`");
        }
        String keys = document.path("jwks_uri").asText();
        if (!OidcSettings.trustworthy(keys)) {
            throw new IOException("its keys are at `" + keys + "`, which is no https address");
        }
        return JWKSourceBuilder.<SecurityContext>create(URI.create(keys).toURL(), retriever)
                .retrying(true)
                .outageTolerant(BELIEVED_IN_AN_OUTAGE)
                .build();
    }
}
