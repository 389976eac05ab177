package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Tokens are asked for once the store has one that counts, or always if the settings say so; without any, who reaches the
 * service may use it, but not change its rules.
 */
final class Access {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");

    private final AccessSettings settings;
    private final @Nullable KnownTokens tokens;

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
        record Unknown(Stored.Unavailable<?> why) implements Decision {}
    }

    /** @param tokens of the store, null if there is none */
    Access(AccessSettings settings, @Nullable KnownTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Whether the request may do what takes that role. Waits for nothing: the answer may come later, on another thread. */
    CompletableFuture<Decision> decide(HttpServerRequest request, Role role) {
        String address = address(request);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (tokens == null) {
            return CompletableFuture.completedFuture(
                    settings.required() ? missing(address) : new Decision.Allowed(new Caller(address, null)));
        }
        if (header == null) {
            return settings.required()
                    ? CompletableFuture.completedFuture(missing(address))
                    : tokens.any().thenApply(any -> withoutToken(any, role, address));
        }
        Matcher bearer = BEARER.matcher(header.strip());
        Optional<TokenSecret> shown = bearer.matches() ? TokenSecret.parse(bearer.group(1)) : Optional.empty();
        return shown.isEmpty()
                ? CompletableFuture.completedFuture(invalid(address))
                : tokens.find(shown.get()).thenApply(found -> withToken(found, role, address));
    }

    /** Whether nobody gets in without a token; waits for the store. */
    Stored<Boolean> closed() {
        if (tokens == null || settings.required()) {
            return new Stored.Done<>(settings.required());
        }
        return tokens.any().join();
    }

    private static Decision withoutToken(Stored<Boolean> any, Role role, String address) {
        if (any instanceof Stored.Done<Boolean> done) {
            return done.value() ? missing(address) : new Decision.Allowed(new Caller(address, null));
        }
        // The store could never be asked. What keeps nothing and changes nothing goes on; all else would need the store
        // anyway.
        return role == Role.ASSESS
                ? new Decision.Allowed(new Caller(address, null))
                : new Decision.Unknown((Stored.Unavailable<Boolean>) any);
    }

    private Decision withToken(Stored<Optional<Token>> found, Role role, String address) {
        if (!(found instanceof Stored.Done<Optional<Token>> done)) {
            return new Decision.Unknown((Stored.Unavailable<Optional<Token>>) found);
        }
        if (done.value().isEmpty()
                || tokens == null
                || !tokens.counts(done.value().get())) {
            return invalid(address);
        }
        Token token = done.value().get();
        return may(token, role)
                ? new Decision.Allowed(new Caller(token.name(), token))
                : new Decision.Denied(Problems.lacksRole(token.name(), role), token.name());
    }

    /** Rules concern all projects, so a token for some of them is none for rules. */
    private static boolean may(Token token, Role role) {
        boolean has = token.roles().contains(role) || token.roles().contains(Role.ADMIN);
        return has && (role != Role.RULES_WRITE || token.projects() == null);
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
