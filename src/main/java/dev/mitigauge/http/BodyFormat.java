package dev.mitigauge.http;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forms in which documents may come. */
enum BodyFormat {
    JSON("application/json"),
    MARKDOWN("text/markdown"),
    PLAIN("text/plain"),
    MULTIPART("multipart/form-data");

    /** All of them, as a header lists them. */
    static final String ALL = "application/json, text/markdown, text/plain, multipart/form-data";

    private final String mediaType;

    BodyFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of that content type; empty if it is none of them or in another character set than UTF-8. */
    static Optional<BodyFormat> of(HeaderValue contentType) {
        if (!utf8(contentType)) {
            return Optional.empty();
        }
        for (BodyFormat format : values()) {
            if (format.mediaType.equals(contentType.value())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether a body of that type is text in UTF-8, as far as it says. */
    static boolean utf8(HeaderValue contentType) {
        @Nullable String charset = contentType.parameter("charset");
        return charset == null || charset.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii");
    }
}
