package dev.mitigauge.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a change is bound to, RFC 9110 section 13.1: {@code If-Match} and {@code If-None-Match: *}. */
sealed interface Condition {

    /**
     * A version.
     *
     * @param version that it must have; 0 if it must not be there, null for any
     */
    record Version(@Nullable Long version) implements Condition {}

    /** It must be there, whatever its version. */
    record Existing() implements Condition {}

    /** The headers make no sense. */
    record Unclear(Problem problem) implements Condition {}

    /** No version: who sends a tag that was never given can't mean what is there. */
    long NEVER = -1;

    Pattern TAG = Pattern.compile("\"(\\d{1,18})\\.[^\"]*\"");

    static Condition of(HttpServerRequest request) {
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        String none = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (none != null && (match != null || !none.strip().equals("*"))) {
            return new Unclear(
                    Problem.of(
                            Trouble.INVALID_REQUEST,
                            List.of(
                                    Fault.inField(
                                            "If-None-Match",
                                            "is neither alone nor `*`",
                                            "send `If-None-Match: *` to create, or `If-Match` with the ETag of what you have read to change"))));
        }
        if (none != null) {
            return new Version(0L);
        }
        if (match == null) {
            return new Version(null);
        }
        return match.strip().equals("*") ? new Existing() : new Version(version(match.strip()));
    }

    private static long version(String tag) {
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER;
    }
}
