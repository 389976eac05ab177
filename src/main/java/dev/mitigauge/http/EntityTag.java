package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.Sha256;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is told by from an older one, RFC 9110 section 8.8.3.
 *
 * @param text with its quotes
 */
record EntityTag(String text) {

    private static final int DIGITS = 32;

    /** Of an answer that says the same for ever, or whose every change is to count. */
    static EntityTag of(byte[] content) {
        return new EntityTag("\"" + Sha256.hex(content).substring(0, DIGITS) + "\"");
    }

    /**
     * Of something that has a version, which conditions of changes compare.
     *
     * @param state what else is told of it
     */
    static EntityTag of(long version, String state) {
        return new EntityTag("\"" + version + "." + state + "\"");
    }

    /** The answer, or that it is the one that the caller has. */
    Reply on(Reply reply, @Nullable String ifNoneMatch, String cacheControl) {
        Reply whole = isIn(ifNoneMatch) ? new Reply(304, reply.contentType(), new byte[0], reply.headers()) : reply;
        return whole.with(
                Map.of(HttpHeaders.ETAG.toString(), text, HttpHeaders.CACHE_CONTROL.toString(), cacheControl));
    }

    private boolean isIn(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return HeaderValue.split(header, ',').stream()
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(text) || known.equals("W/" + text));
    }
}
