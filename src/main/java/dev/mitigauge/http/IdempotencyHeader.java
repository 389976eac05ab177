package dev.mitigauge.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}.
 *
 * @param key as the caller chose it, null for none; quotes, as the draft of the IETF wants them, don't belong to it
 */
record IdempotencyHeader(@Nullable String key) {

    static final String NAME = "Idempotency-Key";

    private static final int LONGEST = 200;

    static IdempotencyHeader of(HttpServerRequest request) {
        String header = request.getHeader(NAME);
        return new IdempotencyHeader(header == null ? null : plain(header.strip()));
    }

    /** What is wrong with it. */
    Optional<Problem> objection() {
        boolean fits = key == null
                || (!key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > 0x20 && c < 0x7f));
        return fits
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                Trouble.INVALID_REQUEST,
                                List.of(
                                        Fault.inField(
                                                NAME,
                                                "must be 1 to " + LONGEST + " visible characters of ASCII",
                                                "send one that is new for each request, such as a UUID, and the same when you repeat it"))));
    }

    private static String plain(String header) {
        boolean quoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }
}
