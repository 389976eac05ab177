package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Tokens are asked for once the store has one that counts, or always if the settings say so or name an issuer of tokens;
 * without any, who reaches the service may use it, but not change its rules.
 */
final class Access {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");

    private final AccessSettings settings;
    private final @Nullable KnownTokens tokens;
    private final @Nullable OidcTokens oidc;

    /** Whether a request may go on. */
    sealed interface Decision {

        /** It may. */
        record Allowed(Caller caller) implements Decision {}

        /**
         * It may not.
         *
         * @param who name of the token, or an address
         */
        record Denied(Problem problem, String who) implements Decision {}

        /** Nobody can tell now. */
        record Unknown(Problem problem) implements Decision {

            private static Unknown of(Stored<?> unavailable) {
                return new Unknown(Problems.away(((Stored.Unavailable<?>) unavailable).outage()));
            }
        }
    }

    /**
     * @param tokens of the store, null if there is none
     * @param oidc of an issuer, null if none counts
     */
    Access(AccessSettings settings, @Nullable KnownTokens tokens, @Nullable OidcTokens oidc) {
        this.settings = settings;
        this.tokens = tokens;
        this.oidc = oidc;
    }

    /** Whether the request may do what takes that role. Waits for nothing: the answer may come later, on another thread. */
    CompletableFuture<Decision> decide(HttpServerRequest request, Role role) {
        String address = address(request);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || (tokens == null && oidc == null)) {
            return nothingShown(role, address);
        }
        Matcher bearer = BEARER.matcher(header.strip());
        String shown = bearer.matches() ? bearer.group(1) : "";
        if (oidc != null && OidcTokens.fits(shown)) {
            return oidc.find(shown).thenApply(identity -> withIdentity(identity, role, address));
        }
        Optional<TokenSecret> secret = tokens == null ? Optional.empty() : TokenSecret.parse(shown);
        return secret.isEmpty() || tokens == null
                ? CompletableFuture.completedFuture(invalid(address))
                : tokens.find(secret.get()).thenApply(found -> withToken(found, role, address));
    }

    private CompletableFuture<Decision> nothingShown(Role role, String address) {
        if (required()) {
            return CompletableFuture.completedFuture(missing(address));
        }
        return tokens == null
                ? CompletableFuture.completedFuture(new Decision.Allowed(new Caller(address, null)))
                : tokens.any().thenApply(any -> withoutToken(any, role, address));
    }

    private boolean required() {
        return settings.required() || oidc != null;
    }

    /** Whether nobody gets in without a token; waits for the store. */
    Stored<Boolean> closed() {
        if (tokens == null || required()) {
            return new Stored.Done<>(required());
        }
        return tokens.any().join();
    }

    private static Decision withoutToken(Stored<Boolean> any, Role role, String address) {
        if (any instanceof Stored.Done<Boolean> done) {
            return done.value() ? missing(address) : new Decision.Allowed(new Caller(address, null));
        }
        // The store could never be asked. What keeps nothing and changes nothing goes on; all else would need the store
        // anyway.
        return role == Role.ASSESS ? new Decision.Allowed(new Caller(address, null)) : Decision.Unknown.of(any);
    }

    private Decision withToken(Stored<Optional<Token>> found, Role role, String address) {
        if (!(found instanceof Stored.Done<Optional<Token>> done)) {
            return Decision.Unknown.of(found);
        }
        if (done.value().isEmpty()
                || tokens == null
                || !tokens.counts(done.value().get())) {
            return invalid(address);
        }
        return allowed(done.value().get(), role);
    }

    private static Decision withIdentity(OidcIdentity identity, Role role, String address) {
        if (identity instanceof OidcIdentity.Known known) {
            return known.token().countsAt(Instant.now()) ? allowed(known.token(), role) : invalid(address);
        } else if (identity instanceof OidcIdentity.Roleless nobody) {
            return new Decision.Denied(Problems.lacksRole(nobody.name(), role), nobody.name());
        }
        return identity instanceof OidcIdentity.Unreachable
                ? new Decision.Unknown(Problems.issuerAway())
                : invalid(address);
    }

    private static Decision allowed(Token token, Role role) {
        return may(token, role)
                ? new Decision.Allowed(new Caller(token.name(), token))
                : new Decision.Denied(Problems.lacksRole(token.name(), role), token.name());
    }

    /** Rules and the service itself concern all projects, so a token for some of them is none for these. */
    private static boolean may(Token token, Role role) {
        boolean has = token.roles().contains(role) || token.roles().contains(Role.ADMIN);
        boolean ofAll = role == Role.RULES_WRITE || role == Role.ADMIN;
        return has && (!ofAll || token.projects() == null);
    }

    private static Decision missing(String address) {
        return new Decision.Denied(Problems.noToken(), address);
    }

    private static Decision invalid(String address) {
        return new Decision.Denied(Problems.invalidToken(), address);
    }

    /** From where it comes. */
    static String address(HttpServerRequest request) {
        var remote = request.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        return host == null ? "unknown address" : host;
    }
}
