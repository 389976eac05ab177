package dev.mitigauge.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a request whose body is one document; everything else stands in the address. */
final class TextBody {

    private static final String DEFAULT_NAME = "document.md";
    private static final List<String> PARAMETERS = List.of(
            "name", "profile", "project", "asOf", "nextActions", "checkout", "path", "worsens", "why", "deployment.…");

    private TextBody() {}

    static Decoded decode(@Nullable String fileName, List<Map.Entry<String, String>> parameters, byte[] content) {
        RequestDraft draft = new RequestDraft();
        FormFields fields = new FormFields(draft);
        @Nullable String named = null;
        for (Map.Entry<String, String> parameter : parameters) {
            if (parameter.getKey().equals("name") && named == null) {
                named = parameter.getValue();
            } else {
                fields.take(parameter.getKey(), parameter.getValue(), PARAMETERS);
            }
        }
        draft.document("name", named == null ? Objects.requireNonNullElse(fileName, DEFAULT_NAME) : named, content);
        return draft.finish();
    }
}
