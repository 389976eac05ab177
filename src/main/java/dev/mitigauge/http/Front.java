package dev.mitigauge.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands between the network and the routes.
 *
 * @param tls by what it proves who it is, nothing for plain HTTP
 * @param traffic bounds of what callers may take
 * @param cors whose pages may call it
 * @param oidc whose tokens count besides those of the store
 */
public record Front(Optional<TlsFiles> tls, TrafficSettings traffic, CorsSettings cors, OidcSettings oidc) {

    /** Plain HTTP within the usual bounds. */
    public static final Front DEFAULT =
            new Front(Optional.empty(), TrafficSettings.DEFAULT, CorsSettings.DEFAULT, OidcSettings.DEFAULT);

    /**
     * As the settings say.
     *
     * @param workingDirectory where relative paths begin
     */
    public static Front of(
            TlsSettings tls, TrafficSettings traffic, CorsSettings cors, OidcSettings oidc, Path workingDirectory) {
        return new Front(TlsFiles.of(tls, workingDirectory), traffic, cors, oidc);
    }
}
