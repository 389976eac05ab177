package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mitigauge.assessment.kept.WaiverTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a request that came as JSON. */
final class JsonBody {

    private static final List<String> CONTEXT_KEYS = List.of(
            "documents",
            "deployment",
            "asOf",
            "profile",
            "waivers",
            "nextActions",
            "checkout",
            "path",
            "worsens",
            "why");
    static final List<String> KEYS =
            Stream.concat(CONTEXT_KEYS.stream(), Stream.of("project")).toList();
    static final List<String> SIMULATION_KEYS =
            Stream.concat(CONTEXT_KEYS.stream(), Stream.of("changes")).toList();
    static final List<String> DOCUMENT_KEYS = List.of("name", "content");
    static final List<String> WAIVER_KEYS =
            Stream.concat(Stream.of("id"), WaiverFields.KEYS.stream()).toList();

    private final RequestDraft draft;
    private final JsonCursor json;

    /** Reads keys of a request that may have more to say. */
    JsonBody(JsonCursor json, RequestDraft draft) {
        this.json = json;
        this.draft = draft;
    }

    static Decoded decode(byte[] body) {
        return decode(body, KEYS);
    }

    /** The same with changes, at least one. */
    static Decoded decodeSimulation(byte[] body) {
        return decode(body, SIMULATION_KEYS);
    }

    private static Decoded decode(byte[] body, List<String> keys) {
        RequestDraft draft = new RequestDraft();
        try (JsonCursor json = new JsonCursor(body, draft)) {
            return new JsonBody(json, draft).read(keys);
        } catch (JsonProcessingException e) {
            return malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can always be read", e);
        }
    }

    private Decoded read(List<String> keys) throws IOException {
        if (!json.next()) {
            return empty("{\"documents\":[{\"name\":…,\"content\":…}]}");
        }
        json.object(keys, this::key);
        if (keys.contains("changes")) {
            draft.requireChanges();
        }
        if (json.next()) {
            return new Decoded.Malformed(json.here("the body holds more than one JSON value", "send one object"));
        }
        return draft.finish();
    }

    /** Reads the value of one of {@link #KEYS} or {@link #SIMULATION_KEYS}. */
    void key(String key) throws IOException {
        if (json.isNull() && !key.equals("documents")) {
            return; // as good as left out
        }
        switch (key) {
            case "documents" -> json.array(this::document);
            case "deployment" -> json.object(List.of(), this::deployment);
            case "asOf" -> json.string(value -> draft.asOf(key, value));
            case "profile" -> json.string(value -> draft.profile(key, value));
            case "project" -> json.string(value -> draft.project(key, value));
            case "waivers" -> json.array(this::waiver);
            case "nextActions" -> json.number(value -> draft.nextActions(key, value));
            case "checkout" -> json.string(value -> draft.more(key, value));
            case "path", "worsens" -> json.truth(value -> draft.more(key, value));
            case "why" -> json.array(() -> json.string(value -> draft.more(key, value)));
            case "changes" -> json.array(() -> json.string(value -> draft.change(json.path(), value)));
            default -> throw new IllegalStateException("no reader for the known key " + key);
        }
    }

    /** Reads one document. */
    void document() throws IOException {
        JsonStrings values = new JsonStrings(json.path(), draft);
        if (values.read(json, DOCUMENT_KEYS)) {
            String name = values.required("name");
            String content = values.required("content");
            if (name != null && content != null) {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                if (loneSurrogate(content)) {
                    draft.fault(Fault.inField(
                            values.path("content"),
                            "holds half of a surrogate pair, which is no character",
                            "write characters beyond U+FFFF as they are, or as two escapes"));
                }
                draft.document(values.path("name"), name, bytes);
            }
        }
    }

    private void deployment(String key) throws IOException {
        json.scalar(value -> draft.deployment(json.path(), key, value));
    }

    private void waiver() throws IOException {
        JsonStrings values = new JsonStrings(json.path(), draft);
        if (values.read(json, WAIVER_KEYS)) {
            String id = values.optional("id");
            @Nullable
            WaiverTerms terms = WaiverFields.read(values, draft, id == null ? "waiver-" + (draft.waivers() + 1) : id);
            if (terms != null) {
                draft.waiver(values.path(), terms.judged());
            }
        }
    }

    private static boolean loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** @param example of an object to send */
    static Decoded empty(String example) {
        return new Decoded.Malformed(Fault.at(1, 1, null, "the body is empty", "send an object such as " + example));
    }

    static Decoded malformed(JsonProcessingException e) {
        JsonLocation where = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        String message = e.getOriginalMessage();
        return new Decoded.Malformed(Fault.at(
                Math.max(1, where.getLineNr()),
                Math.max(1, where.getColumnNr()),
                null,
                message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
                "send JSON in UTF-8, RFC 8259"));
    }
}
