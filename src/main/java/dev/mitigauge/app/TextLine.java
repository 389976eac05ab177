package dev.mitigauge.app;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is logged as a line for people: time, level, who, what; and what was thrown on the lines below. */
final class TextLine extends LogLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Pattern LINES = Pattern.compile("[\\r\\n]+");
    private static final int NAME_CHARACTERS = 24;
    private static final int LEVEL_CHARACTERS = 5;
    private static final TargetLengthBasedClassNameAbbreviator NAMES =
            new TargetLengthBasedClassNameAbbreviator(NAME_CHARACTERS);

    private TextLine(boolean documents) {
        super(documents);
    }

    /** @param documents whether it may quote documents */
    static LogLine of(boolean documents) {
        return new TextLine(documents);
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200)
                .append(TIME.format(event.getInstant()))
                .append(' ')
                .append(event.getLevel())
                .append(event.getLevel().levelStr.length() < LEVEL_CHARACTERS ? "  " : " ")
                .append(NAMES.abbreviate(event.getLoggerName()))
                .append(" - ")
                .append(oneLine(event.getFormattedMessage()));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs()
                    .forEach(pair ->
                            line.append(' ').append(pair.key).append('=').append(oneLine(String.valueOf(pair.value))));
        }
        @Nullable String request = event.getMDCPropertyMap().get("requestId");
        if (request != null && line.indexOf(request) < 0) {
            line.append(" requestId=").append(request);
        }
        line.append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(StackText.of(thrown, messages(event)));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What others say may hold line ends, and then they could write lines of their own. */
    private static String oneLine(String text) {
        boolean one = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return one ? text : LINES.matcher(text).replaceAll(" ");
    }
}
