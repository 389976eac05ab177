package dev.mitigauge.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is logged as an object of JSON on one line; what is known of the request that it belongs to stands beside the message. */
final class JsonLine extends LogLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final ObjectWriter WRITER = new JsonMapper().writerFor(Map.class);
    private static final int MOST_CHARACTERS = 32_768;

    private JsonLine(boolean documents) {
        super(documents);
    }

    /** @param documents whether it may quote documents */
    static LogLine of(boolean documents) {
        return new JsonLine(documents);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", TIME.format(event.getInstant()));
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", shortened(event.getFormattedMessage()));
        line.put("thread", event.getThreadName());
        line.putAll(event.getMDCPropertyMap());
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> line.put(pair.key, plain(pair.value)));
        }
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.put("error", StackText.of(thrown, messages(event)));
        }
        return bytes(line);
    }

    private static Object plain(Object value) {
        return value instanceof Number ? value : String.valueOf(value);
    }

    private static String shortened(String message) {
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
    }

    private static byte[] bytes(Map<String, Object> line) {
        try {
            byte[] json = WRITER.writeValueAsBytes(line);
            byte[] ended = Arrays.copyOf(json, json.length + 1);
            ended[json.length] = '\n';
            return ended;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }
}
