package dev.mitigauge.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * Where certificate and key stand.
 *
 * @param certificate PEM file of the certificate and those that lead to its root
 * @param key PEM file of its private key
 * @param reload how often both are looked at
 */
public record TlsFiles(Path certificate, Path key, Duration reload) {

    /** Those of the settings, nothing if these name none. */
    static Optional<TlsFiles> of(TlsSettings settings, Path workingDirectory) {
        String certificate = settings.certificate();
        String key = settings.key();
        return certificate == null || key == null
                ? Optional.empty()
                : Optional.of(new TlsFiles(
                        workingDirectory.resolve(certificate),
                        workingDirectory.resolve(key),
                        Duration.ofSeconds(settings.reloadSeconds())));
    }

    /**
     * What stands in them now. Blocks.
     *
     * @throws TlsFailure if that is no certificate and the key that belongs to it
     */
    TlsIdentity read(Vertx vertx) throws TlsFailure {
        PemKeyCertOptions pem =
                new PemKeyCertOptions().addCertValue(bytes(certificate)).addKeyValue(bytes(key));
        try {
            String alias = pem.loadKeyStore(vertx).aliases().nextElement();
            X509KeyManager manager = manager(pem.getKeyManagerFactory(vertx));
            X509Certificate shown = manager.getCertificateChain(alias)[0];
            if (KeyMatch.of(shown.getPublicKey(), manager.getPrivateKey(alias))) {
                return new TlsIdentity(pem, shown);
            }
        } catch (Exception e) { // declared by Vert.x
            throw new TlsFailure(
                    "certificate " + certificate + " and key " + key + " can't be used: " + e.getMessage(),
                    "put the certificate, then those that lead to its root, and an RSA or EC key without a password into PEM files");
        }
        throw new TlsFailure(
                "the key " + key + " does not belong to the certificate " + certificate,
                "name the key that the certificate was made for");
    }

    private static X509KeyManager manager(KeyManagerFactory factory) {
        return Arrays.stream(factory.getKeyManagers())
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Buffer bytes(Path file) throws TlsFailure {
        try {
            return Buffer.buffer(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new TlsFailure("there is no file " + file, "check `tls.certificate` and `tls.key`");
        } catch (IOException e) {
            throw new TlsFailure(file + " can't be read: " + e.getMessage(), "check its permissions");
        }
    }
}
