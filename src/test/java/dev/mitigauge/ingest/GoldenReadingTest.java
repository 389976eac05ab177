package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One short document for each convention, and beside it the facts that it must give. To accept a change, look at the difference and run
 * with {@code -Dgolden.update=true}.
 */
class GoldenReadingTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "ingest");

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") || name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void shouldGiveTheExpectedFacts(String name) throws IOException {
        Path golden = FIXTURES.resolve(name.substring(0, name.lastIndexOf('.')) + ".facts");
        DocumentReader reader = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

        Reading reading = reader.read(List.of(new Input(name, Files.readAllBytes(FIXTURES.resolve(name)))));

        String facts = FactsText.of(((Reading.Read) reading).facts());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, facts);
        }
        assertThat(facts).isEqualTo(Files.readString(golden));
    }
}
