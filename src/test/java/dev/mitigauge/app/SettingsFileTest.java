package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mitigauge.app.settings.Section;
import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.app.settings.SettingsReader;
import dev.mitigauge.cli.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings file that ships, held against the records. */
class SettingsFileTest {

    private static final Path FILE = Path.of("config/mitigauge.yaml");

    private final Settings settings = new SettingsReader(SettingsSections.ALL)
            .read(FILE, Map.of(), Map.of())
            .orElseThrow();

    @ParameterizedTest
    @MethodSource("sections")
    void shouldHoldTheDefaults(Section<?> section) {
        assertThat(settings.of(section.defaults().getClass())).isEqualTo(section.defaults());
    }

    @Test
    void shouldHoldEveryKey() {
        assertThat(settings.all()).isNotEmpty().allSatisfy(setting -> assertThat(setting.origin())
                .as(setting.key())
                .startsWith(FILE + ":"));
    }

    @Test
    void shouldHoldSectionsAndKeysInTheOrderOfTheRecords() throws IOException {
        JsonNode file = new YAMLMapper().readTree(FILE.toFile());

        List<String> keys = new ArrayList<>();
        file.properties().forEach(section -> section.getValue()
                .fieldNames()
                .forEachRemaining(key -> keys.add(section.getKey() + "." + key)));
        assertThat(keys)
                .containsExactlyElementsOf(
                        settings.all().stream().map(Workshop.Setting::key).toList());
    }

    @Test
    void shouldExplainEveryKey() throws IOException {
        List<String> lines = Files.readAllLines(FILE);

        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches("  \\w+:.*")) {
                assertThat(lines.get(i - 1)).as("line above " + lines.get(i)).startsWith("  # ");
            }
        }
    }

    @Test
    void shouldKnowTheSettingsOfEveryPackage() {
        Set<String> records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.mitigauge").stream()
                        .filter(type -> type.isRecord() && type.getSimpleName().endsWith("Settings"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(sections())
                .extracting(section -> section.defaults().getClass().getName())
                .containsExactlyInAnyOrderElementsOf(records);
    }

    static List<Section<?>> sections() {
        return SettingsSections.ALL;
    }
}
