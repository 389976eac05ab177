package dev.mitigauge.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a JSON body whose values are all strings. */
final class JsonStrings {

    private final String path;
    private final RequestDraft draft;
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    JsonStrings(String path, RequestDraft draft) {
        this.path = path;
        this.draft = draft;
    }

    /** Reads it; false, with a fault noted, if it is no object. */
    boolean read(JsonCursor json, List<String> known) throws IOException {
        return json.object(known, key -> {
            if (!json.isNull()) {
                present.add(key);
                json.string(value -> values.put(key, value));
            }
        });
    }

    /** Its own path. */
    String path() {
        return path;
    }

    /** The path of one of its keys. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The value of a key; null if it has none, which is a fault. */
    @Nullable
    String required(String key) {
        if (!present.contains(key)) {
            draft.fault(Fault.inField(path(key), "`" + key + "` is missing", "send it as a string"));
        }
        return values.get(key);
    }

    /** The value of a key, null if it has none. */
    @Nullable
    String optional(String key) {
        return values.get(key);
    }
}
