package dev.mitigauge.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer that is ready to be sent.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body its bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, compared nowhere
record Reply(int status, String contentType, byte[] body) {

    static Reply ok(String contentType, byte[] body) {
        return new Reply(200, contentType, body);
    }

    static Reply ok(String contentType, String body) {
        return ok(contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
