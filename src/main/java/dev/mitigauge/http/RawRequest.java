package dev.mitigauge.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for an assessment as it came over the wire, of which nothing but the format is known yet.
 *
 * @param format of the body
 * @param contentType the header that says so
 * @param query what stands behind the question mark of the address, null if there is none
 * @param fileName name that the headers give to a body that is a document, null if none
 * @param body its bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, compared nowhere
record RawRequest(
        BodyFormat format,
        HeaderValue contentType,
        @Nullable String query,
        @Nullable String fileName,
        byte[] body) {

    /** What it says. */
    Decoded decode() {
        List<Map.Entry<String, String>> parameters;
        try {
            parameters = query == null ? List.of() : Query.parse(query);
        } catch (IllegalArgumentException e) {
            return new Decoded.Malformed(Fault.inField(
                    "?", "the address holds a broken escape", "write each byte as % and two hexadecimal digits"));
        }
        boolean document = format == BodyFormat.MARKDOWN || format == BodyFormat.PLAIN;
        if (!document && !parameters.isEmpty()) {
            return FormFields.stray(parameters.get(0).getKey());
        }
        return switch (format) {
            case JSON -> JsonBody.decode(body);
            case MARKDOWN, PLAIN -> TextBody.decode(fileName, parameters, body);
            case MULTIPART -> MultipartBody.decode(contentType, body);
        };
    }
}
