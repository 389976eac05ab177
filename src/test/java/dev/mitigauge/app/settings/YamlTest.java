package dev.mitigauge.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "production, production",
                "/etc/mitigauge/rules, /etc/mitigauge/rules",
                "127.0.0.1, \"127.0.0.1\"",
                "0.0.0.0, \"0.0.0.0\"",
                "no, \"no\"",
                "a: b, \"a: b\"",
                "tab\there, \"tab\\there\""
            })
    void shouldQuoteWhatYamlWouldTakeForSomethingElse(String text, String yaml) {
        assertThat(Yaml.scalar(text)).isEqualTo(yaml);
    }

    @ParameterizedTest
    @CsvSource({"8080", "-1"})
    void shouldWriteNumbersPlain(int number) {
        assertThat(Yaml.scalar(number)).isEqualTo(Integer.toString(number));
    }
}
