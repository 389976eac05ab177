package dev.mitigauge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One short document for each convention, or a directory of documents that are read together, and beside it the facts that it must give. To accept a change, look at the difference and run
 * with {@code -Dgolden.update=true}.
 */
class GoldenReadingTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "ingest");

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".facts"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void shouldGiveTheExpectedFacts(String name) throws IOException {
        Path golden =
                FIXTURES.resolve((name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name) + ".facts");
        DocumentReader reader = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

        Reading reading = reader.read(inputs(FIXTURES.resolve(name)));

        String facts = FactsText.of(((Reading.Read) reading).facts());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, facts);
        }
        assertThat(facts).isEqualTo(Files.readString(golden));
    }

    private static List<Input> inputs(Path fixture) throws IOException {
        List<Input> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(fixture)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                inputs.add(new Input(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return inputs;
    }
}
