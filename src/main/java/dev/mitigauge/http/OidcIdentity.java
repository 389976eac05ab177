package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Token;

/** Whose a token of OpenID Connect is. */
sealed interface OidcIdentity {

    /** Somebody with roles here. */
    record Known(Token token) implements OidcIdentity {}

    /**
     * Somebody without any.
     *
     * @param name as the token says
     */
    record Roleless(String name) implements OidcIdentity {}

    /** Nobody's: forged, expired, or made for another service. */
    record Invalid() implements OidcIdentity {}

    /** Nobody can tell now: the keys of the issuer can't be had. */
    record Unreachable() implements OidcIdentity {}
}
