package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mitigauge.app.settings.SettingsReader;
import dev.mitigauge.app.settings.SettingsReference;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsPageTest {

    private static final Path PAGE = Path.of("src/docs/settings.md");

    private final SettingsReference reference = new SettingsReference(SettingsSections.ALL);

    @Test
    void shouldListEveryKeyWithWhatItDoes() throws IOException {
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(PAGE, reference.page());
        }

        assertThat(Files.readString(PAGE))
                .as(PAGE + " is out of date: run `mvn -q test -Dtest=SettingsPageTest -Dsettings.write=true`")
                .isEqualTo(reference.page());
    }

    @Test
    void shouldGiveASchemaThatHasEveryKeyOfTheFileWithItsDefault() throws IOException {
        JsonNode schema = new JsonMapper().readTree(reference.schema());
        List<Workshop.Setting> settings = new SettingsReader(SettingsSections.ALL)
                .read(Path.of("config/mitigauge.yaml"), Map.of(), Map.of())
                .orElseThrow()
                .all();

        assertThat(settings).allSatisfy(setting -> {
            String pointer = "/properties/" + setting.key().replace(".", "/properties/");
            assertThat(schema.at(pointer + "/description").textValue()).isNotBlank();
            assertThat(schema.at(pointer + "/default").asText(""))
                    .isEqualTo(setting.value().replace("\"", ""));
        });
        assertThat(schema.get("properties").size()).isEqualTo(SettingsSections.ALL.size());
    }

    @ParameterizedTest
    @CsvSource({
        "http, port, 0, 65535",
        "http, maxBodyBytes, 1, 2147483647",
        "http, queue, 1, 2147483647",
        "rules, watchMillis, 50, 2147483647",
        "traffic, headSeconds, 1, 3600",
        "access, graceSeconds, 0, 86400"
    })
    void shouldFindTheBoundsThatRecordsHold(String section, String key, int least, int most) throws IOException {
        JsonNode described =
                new JsonMapper().readTree(reference.schema()).at("/properties/" + section + "/properties/" + key);

        assertThat(described.get("minimum").intValue()).isEqualTo(least);
        assertThat(described.get("maximum").intValue()).isEqualTo(most);
    }

    @Test
    void shouldKeepNoSecretInTheSchema() throws IOException {
        JsonNode password = new JsonMapper().readTree(reference.schema()).at("/properties/store/properties/password");

        assertThat(password.get("writeOnly").booleanValue()).isTrue();
        assertThat(password.get("default").isNull()).isTrue();
    }
}
