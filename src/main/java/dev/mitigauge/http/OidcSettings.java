package dev.mitigauge.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens count besides those of the store.
 *
 * @param issuer of OpenID Connect, such as {@code https://id.example.org/realms/main}; null for none
 * @param audience that its tokens must be made for; null if and only if {@code issuer} is
 * @param nameClaim claim that names the bearer
 * @param rolesClaim claim that lists roles, with points on the way down, such as {@code realm_access.roles}
 * @param projectsClaim claim that lists the projects to which assess, read and projects:write are confined; null for all projects
 */
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String audience,
        String nameClaim,
        String rolesClaim,
        @Nullable String projectsClaim) {

    public static final OidcSettings DEFAULT = new OidcSettings(null, null, "sub", "roles", null);

    public OidcSettings {
        if (issuer == null && audience != null) {
            throw new IllegalArgumentException("oidc.audience is of no use without oidc.issuer");
        }
        if (issuer != null && audience == null) {
            throw new IllegalArgumentException(
                    "oidc.issuer needs oidc.audience: else tokens count that were made for others");
        }
        if (issuer != null && !trustworthy(issuer)) {
            throw new IllegalArgumentException(
                    "oidc.issuer must be an https address, or an http one of this machine, but is `" + issuer + "`");
        }
        if (nameClaim.isBlank()) {
            throw new IllegalArgumentException("oidc.nameClaim must name a claim, but is blank");
        }
        if (rolesClaim.isBlank()) {
            throw new IllegalArgumentException("oidc.rolesClaim must name a claim, but is blank");
        }
    }

    /** Whether nobody on the way can put other keys in the place of those that an address has. */
    static boolean trustworthy(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && InetAddress.getByName(host).isLoopbackAddress()));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
