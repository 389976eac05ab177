package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a JSON body once, from token to token. A value of the wrong type becomes a fault that names its path, line and column, and the
 * walk goes on behind it, so that all faults are told at once. Each method starts on the first token of a value and ends on its last.
 */
final class JsonCursor implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Names come from strangers: keep them out of the table of interned strings, and give none twice.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The body itself is bounded, and with it every string.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Reads the value of one key of an object. */
    interface KeyReader {
        void read(String key) throws IOException;
    }

    /** Reads something. */
    interface ValueReader {
        void read() throws IOException;
    }

    private final JsonParser json;
    private final RequestDraft draft;

    JsonCursor(byte[] body, RequestDraft draft) throws IOException {
        this.json = FACTORY.createParser(body);
        this.draft = draft;
    }

    /** Goes to the next token; false at the end of the body. */
    boolean next() throws IOException {
        return json.nextToken() != null;
    }

    /**
     * Has every key of an object read; a key that is not known is a fault.
     *
     * @param known the keys that it may have, empty for any
     * @return false, with a fault noted, if it is no object
     */
    boolean object(List<String> known, KeyReader reader) throws IOException {
        boolean object = is(JsonToken.START_OBJECT, "an object");
        if (object) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if (known.isEmpty() || known.contains(key)) {
                    reader.read(key);
                } else {
                    fault("unknown key " + Quoted.of(key), Nearest.remedy(key, known));
                    json.skipChildren();
                }
            }
        }
        return object;
    }

    /** Has every element of an array read. */
    void array(ValueReader reader) throws IOException {
        if (is(JsonToken.START_ARRAY, "an array")) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                reader.read();
            }
        }
    }

    /** Hands over a string; anything else is a fault. */
    void string(Consumer<String> user) throws IOException {
        if (is(JsonToken.VALUE_STRING, "a string")) {
            user.accept(json.getText());
        }
    }

    /** Hands over a string, a number or a boolean as it is written; anything else is a fault. */
    void scalar(Consumer<String> user) throws IOException {
        JsonToken token = json.currentToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            user.accept(json.getText());
        } else {
            wrongType("a string, a number or a boolean");
        }
    }

    /** Hands over a number as it is written; anything else is a fault. */
    void number(Consumer<String> user) throws IOException {
        if (json.currentToken().isNumeric()) {
            user.accept(json.getText());
        } else {
            wrongType("a number");
        }
    }

    /** Hands over {@code true} or {@code false}; anything else is a fault. */
    void truth(Consumer<String> user) throws IOException {
        if (json.currentToken().isBoolean()) {
            user.accept(json.getText());
        } else {
            wrongType("true or false");
        }
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Path of the current value, such as {@code documents[0].name}; empty for the whole body. */
    String path() {
        StringBuilder path = new StringBuilder();
        append(json.getParsingContext(), path);
        return path.toString();
    }

    /** Notes a fault at the current value. */
    void fault(String message, String remedy) {
        draft.fault(here(message, remedy));
    }

    /** A fault at the current value. */
    Fault here(String message, String remedy) {
        JsonLocation place = json.currentTokenLocation();
        String path = path();
        return Fault.at(place.getLineNr(), place.getColumnNr(), path.isEmpty() ? null : path, message, remedy);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private boolean is(JsonToken wanted, String name) throws IOException {
        if (json.currentToken() == wanted) {
            return true;
        }
        wrongType(name);
        return false;
    }

    private void wrongType(String wanted) throws IOException {
        fault("must be " + wanted + ", but is " + name(json.currentToken()), "send " + wanted);
        json.skipChildren();
    }

    private static String name(JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        if (token == JsonToken.START_ARRAY) {
            return "an array";
        }
        if (token == JsonToken.VALUE_STRING) {
            return "a string";
        }
        if (token == JsonToken.VALUE_NULL) {
            return "null";
        }
        return token.isNumeric() ? "a number" : "a boolean";
    }

    /** A container's own step is empty until its first element is entered. */
    private static void append(@Nullable JsonStreamContext context, StringBuilder path) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(context.getParent(), path);
        if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.inObject() && context.hasCurrentName()) {
            path.append(path.isEmpty() ? "" : ".").append(context.getCurrentName());
        }
    }
}
