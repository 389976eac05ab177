package dev.mitigauge.http;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.mitigauge.assessment.Tracing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of an issuer of OpenID Connect: signed by one of its keys, made by it for this service, not expired. Each is checked at most once a
 * minute, and never by the thread that wants to know; what is remembered is its hash.
 */
final class OidcTokens {

    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);

    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    /** Signatures of key pairs: with a shared secret whoever checks tokens could also make them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int MOST = 10_000;
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final OidcClaims claims;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final AsyncCache<String, OidcIdentity> known;

    /**
     * @param executor where tokens are checked; a future fails if it takes on no more
     * @param tracing follows what the issuer is asked
     */
    OidcTokens(OidcSettings settings, String issuer, Executor executor, Tracing tracing) {
        this.claims = new OidcClaims(settings);
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(BELIEVED)
                .executor(executor)
                .buildAsync();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new OidcKeys(issuer, tracing)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("exp", settings.nameClaim())));
    }

    /** Whether it could be one of those. */
    static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whose it is. */
    CompletableFuture<OidcIdentity> find(String token) {
        String hash = hash(token);
        return known.get(hash, missing -> check(token)).thenApply(identity -> {
            if (identity instanceof OidcIdentity.Unreachable) {
                known.synchronous().invalidate(hash);
            }
            return identity;
        });
    }

    private OidcIdentity check(String token) {
        try {
            return claims.identity(processor.process(token, null));
        } catch (KeySourceException e) {
            LOG.warn("the issuer of tokens can't be asked for its keys: {}", e.getMessage());
            return new OidcIdentity.Unreachable();
        } catch (BadJOSEException | JOSEException | ParseException e) {
            LOG.debug("a token of the issuer does not count: {}", e.getMessage());
            return new OidcIdentity.Invalid();
        }
    }

    private static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
