package dev.mitigauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that are not part of the build. */
public final class Programs {

    private Programs() {}

    /** What came of running one. */
    public record Ran(int exit, String output) {}

    /** The program; without it the test is skipped, or fails if {@code -Dprograms.needed=true} says so. */
    public static Path needed(String name, String debianPackage) {
        Optional<Path> program = find(name);
        String missing = name + " is not there (Debian package " + debianPackage + ")";
        assertThat(program.isPresent() || !Boolean.getBoolean("programs.needed"))
                .as(missing)
                .isTrue();
        Assumptions.assumeTrue(program.isPresent(), "left out: " + missing);
        return program.orElseThrow();
    }

    /** Runs it to its end, with that file as its input. */
    public static Ran run(Path input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        List<String> directories =
                Stream.of(path.split(Pattern.quote(File.pathSeparator))).toList();
        return directories.stream()
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
