package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import dev.mitigauge.http.LogLevels.Logger;
import org.junit.jupiter.api.Test;

class LoggerLevelsTest {

    private final LoggerContext context = new LoggerContext();
    private final LoggerLevels levels = new LoggerLevels(context);

    @Test
    void shouldChangeWhatIsLogged() {
        var logger = context.getLogger("dev.mitigauge.http.Exchange");
        levels.set("ROOT", "warn");

        assertThat(levels.set("dev.mitigauge.http", "trace"))
                .contains(new Logger("dev.mitigauge.http", "trace", "trace"));
        assertThat(logger.isTraceEnabled()).isTrue();
        assertThat(levels.find("dev.mitigauge.http.Exchange"))
                .contains(new Logger("dev.mitigauge.http.Exchange", null, "trace"));

        assertThat(levels.set("dev.mitigauge.http", null)).contains(new Logger("dev.mitigauge.http", null, "warn"));
        assertThat(logger.isInfoEnabled()).isFalse();
        assertThat(levels.set("dev.mitigauge.http", "off")).contains(new Logger("dev.mitigauge.http", "off", "off"));
        assertThat(logger.isErrorEnabled()).isFalse();
    }

    @Test
    void shouldMakeNobodyUp() {
        int before = levels.names().size();

        assertThat(levels.find("com.example.made.up")).isEmpty();
        assertThat(levels.set("com.example.made.up", "debug")).isEmpty();
        assertThat(levels.names()).hasSize(before);
    }

    @Test
    void shouldLetNobodyAskForDocuments() {
        var documents = context.getLogger("mitigauge.documents");

        assertThat(levels.find("mitigauge.documents")).isEmpty();
        assertThat(levels.set("mitigauge.documents", "info")).isEmpty();
        assertThat(levels.names()).doesNotContain("mitigauge.documents");
        assertThat(documents.getLevel()).isNull();
    }
}
