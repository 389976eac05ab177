package dev.mitigauge.assessment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTableSettingsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(OwnTableSettings.DEFAULT).isEqualTo(new OwnTableSettings(200, 20_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | 1       | ownTables.ruleSets must be between 1 and 100000, but is 0
            100001 | 1       | ownTables.ruleSets must be between 1 and 100000, but is 100001
            1      | 0       | ownTables.maxCharacters must be between 1 and 1000000, but is 0
            1      | 1000001 | ownTables.maxCharacters must be between 1 and 1000000, but is 1000001
            """)
    void shouldNameKeyValueAndBound(int ruleSets, int maxCharacters, String message) {
        assertThatThrownBy(() -> new OwnTableSettings(ruleSets, maxCharacters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
