package dev.mitigauge.http;

import org.jspecify.annotations.Nullable;

/**
 * By what the service proves who it is, if it is reached by HTTPS.
 *
 * @param certificate PEM file of the certificate and those that lead to its root, null for plain HTTP
 * @param key PEM file of its private key, not encrypted; null if and only if {@code certificate} is
 * @param reloadSeconds how often both are looked at for being renewed, 1 to 86400
 */
public record TlsSettings(
        @Nullable String certificate, @Nullable String key, int reloadSeconds) {

    public static final TlsSettings DEFAULT = new TlsSettings(null, null, 60);

    public TlsSettings {
        if (certificate == null && key != null) {
            throw new IllegalArgumentException("tls.key is of no use without tls.certificate");
        }
        if (certificate != null && key == null) {
            throw new IllegalArgumentException("tls.certificate is of no use without tls.key");
        }
        if (reloadSeconds < 1 || reloadSeconds > 86_400) {
            throw new IllegalArgumentException(
                    "tls.reloadSeconds must be between 1 and 86400, but is " + reloadSeconds);
        }
    }
}
