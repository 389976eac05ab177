package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

    @Test
    void shouldNameTheSameContentTheSame(@TempDir Path directory) throws Exception {
        Files.createDirectory(directory.resolve("tables"));
        Files.writeString(directory.resolve("tables/a.csv"), "x\n1\n");
        Files.writeString(directory.resolve("a.drl"), "rule");
        Files.writeString(directory.resolve("README.md"), "does not matter");
        Files.writeString(directory.resolve("a.drl~"), "does not matter either");

        String digest = RuleFiles.read(directory).digest();

        assertThat(digest)
                .isEqualTo(RuleFiles.of(Map.of("tables/a.csv", "x\n1\n", "a.drl", "rule"))
                        .digest());
        assertThat(digest).startsWith("sha256:").hasSize(7 + 64);
    }

    @Test
    void shouldNameOtherContentOtherwise() {
        String digest = RuleFiles.of(Map.of("a.drl", "rule")).digest();

        assertThat(digest)
                .isNotEqualTo(RuleFiles.of(Map.of("a.drl", "rules")).digest())
                .isNotEqualTo(RuleFiles.of(Map.of("b.drl", "rule")).digest())
                .isNotEqualTo(RuleFiles.of(Map.of("a.drl", "rule", "b.drl", "")).digest());
    }

    @Test
    void shouldShipTheRulesOfTheCheckout() throws Exception {
        assertThat(RuleSource.builtIn().digest())
                .isEqualTo(RuleFiles.read(Path.of("rules")).digest());
    }
}
