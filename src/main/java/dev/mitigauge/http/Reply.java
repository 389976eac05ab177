package dev.mitigauge.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer that is ready to be sent.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body its bytes; not copied
 * @param headers besides those of every answer
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, compared nowhere
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    Reply {
        headers = Map.copyOf(headers);
    }

    Reply(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    /** The same with another header. */
    Reply with(String header, String value) {
        return with(Map.of(header, value));
    }

    /** The same with more headers. */
    Reply with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, body, all);
    }

    static Reply ok(String contentType, byte[] body) {
        return new Reply(200, contentType, body);
    }

    static Reply ok(String contentType, String body) {
        return ok(contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
