package dev.mitigauge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept beside the tests. Run with {@code -Dmitigauge.golden=write} to write them anew, and read the difference. */
public final class Golden {

    private static final Path HOME = Path.of("src/test/resources/dev/mitigauge");

    private Golden() {}

    /** Asserts that the text equals the file, a path below the tests' resources. */
    public static void assertMatches(String file, String actual) {
        try {
            Path golden = HOME.resolve(file);
            if (System.getProperty("mitigauge.golden", "").equals("write")) {
                Files.createDirectories(golden.toAbsolutePath().getParent());
                Files.writeString(golden, actual);
            }
            assertThat(actual).as(file).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
