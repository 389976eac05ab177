package dev.mitigauge.http;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are a pair: what the one has signed, the other must confirm. */
final class KeyMatch {

    private static final byte[] PROBE = {1, 2, 3, 4};

    private KeyMatch() {}

    static boolean of(PublicKey open, PrivateKey secret) throws GeneralSecurityException {
        if (!open.getAlgorithm().equals(secret.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(algorithm(open));
        signature.initSign(secret);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(PROBE);
        return signature.verify(signed);
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA", "DSA" -> "SHA256with" + key.getAlgorithm();
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
