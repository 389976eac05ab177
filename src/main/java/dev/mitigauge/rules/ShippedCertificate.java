package dev.mitigauge.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the shipped rules passed when this program was built, so that no start has to try them. */
final class ShippedCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedCertificate.class);
    private static final String RESOURCE = "/compiled/shipped.certificate";
    private static final int RUNS = 1_000;

    private ShippedCertificate() {}

    /** Whether the rule set of that key passed, with at least so many generated inputs. */
    static boolean holds(String key, int runs) {
        try (InputStream in = ShippedCertificate.class.getResourceAsStream(RESOURCE)) {
            return in != null
                    && CertificateCache.proves(new String(in.readAllBytes(), StandardCharsets.UTF_8), key, runs);
        } catch (IOException e) {
            LOG.debug("the certificate in this program is not used", e);
            return false;
        }
    }

    /**
     * Part of the build: tries the rules and notes that they passed, unless that is noted already. What is wrong is told by the tests.
     *
     * @throws IOException if the note can't be written
     */
    static void make(RuleFiles files, Path classes) throws IOException {
        Path target = Path.of(classes + RESOURCE);
        String key = CertificateKey.of(files.digest());
        if (Files.exists(target) && CertificateCache.proves(Files.readString(target), key, RUNS)) {
            return;
        }
        Files.deleteIfExists(target);
        if (new RuleSource(RulesSettings.DEFAULT).load(files) instanceof LoadedRules.Accepted accepted
                && RuleTests.run(accepted).passed()
                && Certificate.of(accepted.rules(), List.of(), RUNS, Certificate.SEED)
                        .passed()) {
            Files.writeString(target, CertificateCache.text(key, RUNS));
        } else {
            LOG.warn("the shipped rules do not pass; run `rules test` and `rules certify`");
        }
    }
}
