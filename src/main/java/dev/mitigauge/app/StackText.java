package dev.mitigauge.app;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown, as a text of bounded length: the innermost cause is often the last, so each has its share of lines. What an exception says may
 * quote a document, so it can be left out.
 */
final class StackText {

    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 25;
    private static final int MOST_CHARACTERS = 500;
    private static final String LEFT_OUT = "(left out, `log.documents` lets it in)";

    private StackText() {}

    /** @param messages whether to tell what the exceptions say */
    static String of(IThrowableProxy thrown, boolean messages) {
        StringBuilder text = new StringBuilder();
        @Nullable IThrowableProxy next = thrown;
        for (int causes = 0; next != null && causes < MOST_CAUSES; causes++) {
            text.append(causes == 0 ? "" : "caused by: ").append(next.getClassName());
            if (next.getMessage() != null) {
                text.append(": ").append(messages ? shortened(next.getMessage()) : LEFT_OUT);
            }
            frames(next.getStackTraceElementProxyArray(), text.append('\n'));
            next = next.getCause();
        }
        return text.toString();
    }

    private static void frames(StackTraceElementProxy[] frames, StringBuilder text) {
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("\tat ").append(frames[i].getStackTraceElement()).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("\t… ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
    }

    /** On one line: what others say must not write lines of its own. */
    private static String shortened(String message) {
        String line = message.replace('\r', ' ').replace('\n', ' ');
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
