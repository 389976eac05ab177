package dev.mitigauge.http;

import io.vertx.core.net.PemKeyCertOptions;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * By what the service proves who it is.
 *
 * @param pem as Vert.x takes it
 * @param certificate that is shown first
 */
record TlsIdentity(PemKeyCertOptions pem, X509Certificate certificate) {

    /** From when on nobody believes it. */
    Instant expiry() {
        return certificate.getNotAfter().toInstant();
    }
}
