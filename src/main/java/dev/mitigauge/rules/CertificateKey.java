package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.drools.modelcompiler.KieBaseBuilder;

/** What a certificate is about: all files of a rule set, the engine, this program, which generates the inputs, and whether cases passed. */
final class CertificateKey {

    private CertificateKey() {}

    /**
     * Of a set whose cases pass.
     *
     * @throws IOException if this program's own files can't be read
     */
    static String of(String digest) throws IOException {
        return of(digest, true);
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param digest of the rule set
     * @param cases whether its cases were run and pass
     * @throws IOException if this program's own files can't be read
     */
    static String of(String digest, boolean cases) throws IOException {
        String all = (cases ? "certificate\n" : "certificate without cases\n")
                + digest
                + '\n'
                + Certificate.SEED
                + '\n'
                + KieBaseBuilder.class.getPackage().getImplementationVersion()
                + '\n'
                + ProductClasses.mark();
        return HexFormat.of().formatHex(RuleFiles.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
    }
}
