package dev.mitigauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void shouldNameEveryExampleThatShips() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/examples"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(Examples.NAMES);
        }
        assertThat(Examples.NAMES)
                .allSatisfy(name -> assertThat(Examples.text(name)).startsWith("# "));
    }
}
