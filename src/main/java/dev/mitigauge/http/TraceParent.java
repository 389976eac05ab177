package dev.mitigauge.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of the W3C, by which a caller says which trace it is in. */
final class TraceParent {

    static final String HEADER = "traceparent";

    /** Version, trace, span, flags; a later version may say more after them. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private TraceParent() {}

    /** The id of the trace; null if the header is missing or is none. */
    static @Nullable String traceId(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(header);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
