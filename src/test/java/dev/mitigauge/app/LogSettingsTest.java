package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogSettingsTest {

    @Test
    void shouldWriteTextWithoutRequestsAndDocumentsByDefault() {
        assertThat(LogSettings.DEFAULT).isEqualTo(new LogSettings(null, "text", "none", false));
    }

    @Test
    void shouldNameKeyValueAndWords() {
        assertThatThrownBy(() -> new LogSettings("loud", "text", "none", false))
                .hasMessage("log.level must be one of error, warn, info, debug, trace, but is `loud`");
        assertThatThrownBy(() -> new LogSettings(null, "xml", "none", false))
                .hasMessage("log.format must be one of text, json, but is `xml`");
        assertThatThrownBy(() -> new LogSettings(null, "text", "some", false))
                .hasMessage("log.access must be one of none, requests, all, but is `some`");
    }
}
