package dev.mitigauge.http;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the claims of a token say in our words. */
record OidcClaims(OidcSettings settings) {

    /** Tells bearers from tokens of the store, whose names may be the same. */
    private static final String PREFIX = "oidc:";

    /** How far the clocks of issuer and service may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    OidcIdentity identity(JWTClaimsSet claims) {
        String name = PREFIX + claims.getClaim(settings.nameClaim());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words(claims, settings.rolesClaim()).forEach(word -> Role.of(word).ifPresent(roles::add));
        if (roles.isEmpty()) {
            return new OidcIdentity.Roleless(name);
        }
        Instant expires = claims.getExpirationTime().toInstant().plus(SKEW);
        return new OidcIdentity.Known(new Token(name, name, roles, projects(claims), Instant.now(), expires, null));
    }

    private @Nullable SortedSet<String> projects(JWTClaimsSet claims) {
        String claim = settings.projectsClaim();
        return claim == null ? null : new TreeSet<>(words(claims, claim));
    }

    /** The words of a list, or of a text with spaces in between, as scopes are written. */
    private static List<String> words(JWTClaimsSet claims, String path) {
        Object value = claims.getClaims().get(path);
        if (value == null) {
            value = claims.getClaims();
            for (String step : path.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value instanceof String text
                ? Arrays.stream(text.split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .toList()
                : List.of();
    }
}
