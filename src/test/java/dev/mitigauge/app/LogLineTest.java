package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private static final String QUOTE = "For input string: \"the vault code is 1234\"";

    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = logger();

    @Test
    void shouldWriteAnObjectOnALine() throws IOException {
        mdc.put("requestId", "r-1");
        mdc.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        logger.atWarn().addKeyValue("status", 503).addKeyValue("token", "ci").log("it is\nso \"{}\"", "far");

        String line = json(false);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode tree = new JsonMapper().readTree(line);
        assertThat(tree.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(tree.path("level").asText()).isEqualTo("WARN");
        assertThat(tree.path("logger").asText()).isEqualTo("dev.mitigauge.some.Where");
        assertThat(tree.path("message").asText()).isEqualTo("it is\nso \"far\"");
        assertThat(tree.path("thread").asText())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(tree.path("requestId").asText()).isEqualTo("r-1");
        assertThat(tree.path("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(tree.path("status").asInt()).isEqualTo(503);
        assertThat(tree.path("token").asText()).isEqualTo("ci");
        assertThat(tree.has("error")).isFalse();
    }

    @Test
    void shouldTellWhatWasThrownWithoutWhatItSaysOfADocument() throws IOException {
        mdc.put("requestId", "r-1");
        logger.error("request failed", new IllegalStateException("outer", new NumberFormatException(QUOTE)));

        assertThat(new JsonMapper().readTree(json(false)).path("error").asText())
                .contains("caused by: java.lang.NumberFormatException: (left out, `log.documents` lets it in)")
                .contains("\tat dev.mitigauge.app.LogLineTest")
                .doesNotContain("vault", "outer");
        assertThat(text(false)).contains("NumberFormatException").doesNotContain("vault");
        assertThat(json(true)).contains("vault", "outer");
        assertThat(text(true)).contains("vault");
    }

    @Test
    void shouldTellWhatIsThrownOutsideOfRequests() throws IOException {
        logger.error("no settings", new IllegalStateException("the disk is full"));

        assertThat(json(false)).contains("the disk is full");
        assertThat(text(false)).contains("the disk is full");
    }

    @Test
    void shouldBoundWhatItWrites() throws IOException {
        logger.error("m".repeat(1_000_000), deep(100, "x".repeat(100_000)));

        assertThat(json(false).length()).isLessThan(60_000);
    }

    @Test
    void shouldLetNobodyForgeALine() {
        logger.atInfo()
                .addKeyValue("path", "/a\r\n2026 INFO fine")
                .log("asked for {}", "x\n2026-11-21 INFO all is well");

        assertThat(text(false))
                .endsWith(
                        "INFO  d.mitigauge.some.Where - asked for x 2026-11-21 INFO all is well path=/a 2026 INFO fine\n");
    }

    private static Throwable deep(int causes, String message) {
        Throwable thrown = new IllegalStateException(message);
        for (int i = 0; i < causes; i++) {
            thrown = new IllegalStateException(message, thrown);
        }
        return thrown;
    }

    private String json(boolean documents) {
        return new String(JsonLine.of(documents).encode(log.list.get(0)), StandardCharsets.UTF_8);
    }

    private String text(boolean documents) {
        return new String(TextLine.of(documents).encode(log.list.get(0)), StandardCharsets.UTF_8);
    }

    private Logger logger() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(mdc);
        log.setContext(context);
        log.start();
        Logger made = context.getLogger("dev.mitigauge.some.Where");
        made.setLevel(Level.INFO);
        made.addAppender(log);
        return made;
    }
}
