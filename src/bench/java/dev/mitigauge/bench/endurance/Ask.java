package dev.mitigauge.bench.endurance;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param body nothing for a question
 * @param keep what is to be kept by it, or was
 */
record Ask(
        Kind kind,
        HttpMethod method,
        String uri,
        Map<String, String> headers,
        @Nullable Buffer body,
        @Nullable Keep keep) {

    Ask {
        headers = Map.copyOf(headers);
    }

    static Ask question(Kind kind, String uri, Map<String, String> headers) {
        return new Ask(kind, HttpMethod.GET, uri, headers, null, null);
    }
}
