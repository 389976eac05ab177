package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Path README = Path.of("rules/README.md");

    @Test
    void shouldStandInTheReadme() throws Exception {
        String glossary = Glossary.of(Path.of("src/main/java"));
        String readme = Files.readString(README);
        String written = readme.substring(readme.indexOf(Glossary.MARK));

        if (Boolean.getBoolean("glossary.write")) {
            Files.writeString(README, readme.replace(written, glossary));
        } else {
            assertThat(written)
                    .as("rules/README.md is out of date: run `mvn -q test -Dtest=GlossaryTest -Dglossary.write=true`")
                    .isEqualTo(glossary);
        }
    }

    @Test
    void shouldSayWhatEachFieldMeans() throws Exception {
        String glossary = Glossary.of(Path.of("src/main/java"));

        assertThat(glossary)
                .contains("| `severity` | `Severity` | how bad it is |")
                .contains("### DeferredRisk")
                .contains("| `weight` | `double 0 to 1000` | its inherent weight |")
                .contains("| `HIGH` |")
                .contains("`saturate(sum, scale)`");
    }
}
