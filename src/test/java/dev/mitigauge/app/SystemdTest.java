package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.cli.ExitCode;
import dev.mitigauge.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the unit says of the program; whether systemd understands it is checked in CI. */
class SystemdTest {

    private static final Path UNIT = Manifests.SYSTEMD.resolve("mitigauge.service");
    private static final Path POSTGRESQL = Manifests.SYSTEMD.resolve("postgresql.conf");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @Test
    void shouldGiveOnlySettingsThatThereAreAndLeaveTimeToStop() throws IOException {
        Map<String, String> environment = environment(UNIT);
        environment.putAll(environment(POSTGRESQL));

        Settings settings = DeployedSettings.of(environment, directory.resolve("secret"));

        assertThat(environment)
                .containsKeys("MITIGAUGE_STORE_URL", "MITIGAUGE_STORE_PASSWORD_FILE", "MITIGAUGE_PATHS_DATA");
        assertThat(Integer.parseInt(value(UNIT, "TimeoutStopSec")))
                .isGreaterThanOrEqualTo(settings.of(HttpSettings.class).shutdownGraceSeconds() + 5);
    }

    @Test
    void shouldStartTheProgramAsTheImageDoes() throws IOException {
        String image = Images.instruction("ENTRYPOINT").replaceAll("[\\[\\],\"]", " ");
        List<String> options = Arrays.stream(image.trim().split("\\s+", -1))
                .filter(option -> option.startsWith("-X"))
                .toList();

        assertThat(options).hasSizeGreaterThan(3);
        assertThat(value(UNIT, "ExecStart").split(" ", -1)).contains(options.toArray(String[]::new));
    }

    @Test
    void shouldNotTryAgainWhatDoesNotMendItself() throws IOException {
        assertThat(value(UNIT, "RestartPreventExitStatus").split(" ", -1))
                .containsExactly(String.valueOf(ExitCode.USAGE), String.valueOf(ExitCode.INVALID));
    }

    @Test
    void shouldReadThePasswordThatItIsGiven() throws IOException {
        String credential = value(POSTGRESQL, "LoadCredential").split(":", -1)[0];

        assertThat(environment(POSTGRESQL)).containsEntry("MITIGAUGE_STORE_PASSWORD_FILE", "%d/" + credential);
    }

    private static Map<String, String> environment(Path unit) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        values(unit, "Environment").forEach(variable -> {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        });
        return environment;
    }

    private static String value(Path unit, String key) throws IOException {
        assertThat(values(unit, key)).as(key).hasSize(1);
        return values(unit, key).get(0);
    }

    private static List<String> values(Path unit, String key) throws IOException {
        return Files.readAllLines(unit).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
