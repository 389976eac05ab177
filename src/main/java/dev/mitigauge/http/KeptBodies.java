package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.WaiverTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is to be kept of a project: its details, or one of its waivers. */
final class KeptBodies {

    static final List<String> DETAIL_KEYS = List.of("owner", "tags", "profile");
    static final List<String> LEVEL_KEYS = List.of("level");
    static final List<String> WAIVER_KEYS = Stream.concat(WaiverFields.KEYS.stream(), Stream.of(WaiverFields.APPROVER))
            .toList();

    static final int TAG_CHARACTERS = 50;

    private static final int MOST_TAGS = 50;
    private static final int NAME_CHARACTERS = 255;

    private final RequestDraft draft = new RequestDraft();
    private final SortedSet<String> tags = new TreeSet<>();
    private @Nullable String owner;
    private @Nullable String profile;
    private @Nullable String level;
    private boolean levelled;

    private KeptBodies() {}

    /** What a body says, or why it makes no sense. */
    sealed interface Read<T> {

        /** Why it makes no sense; empty if it does. */
        default Optional<Problem> objection() {
            return this instanceof No<T> no ? Optional.of(no.problem()) : Optional.empty();
        }

        /** It makes sense as far as its form goes. */
        record Understood<T>(T value) implements Read<T> {}

        /** It does not. */
        record No<T>(Problem problem) implements Read<T> {}
    }

    /** How much shall be logged, null for as much as the package above. */
    record NewLevel(@Nullable String level) {}

    /** Reads an object; null if it was none, or with faults noted. */
    private interface ObjectReader<T> {
        @Nullable
        T read(JsonCursor json) throws IOException;
    }

    static Read<ProjectDetails> details(byte[] body) {
        KeptBodies bodies = new KeptBodies();
        return bodies.read(body, "{\"owner\":\"team-edge\",\"tags\":[\"web\"]}", bodies::details);
    }

    static Read<NewLevel> level(byte[] body) {
        KeptBodies bodies = new KeptBodies();
        return bodies.read(body, "{\"level\":\"debug\"}", bodies::level);
    }

    /** @param id of the waiver, as the path says */
    static Read<WaiverTerms> waiver(byte[] body, String id) {
        KeptBodies bodies = new KeptBodies();
        return bodies.read(body, "{\"item\":…,\"owner\":…,\"reason\":…,\"expires\":…}", json -> {
            JsonStrings values = new JsonStrings("", bodies.draft);
            return values.read(json, WAIVER_KEYS) ? WaiverFields.read(values, bodies.draft, id) : null;
        });
    }

    private <T> Read<T> read(byte[] body, String example, ObjectReader<T> reader) {
        try (JsonCursor json = new JsonCursor(body, draft)) {
            if (!json.next()) {
                return malformed((Decoded.Malformed) JsonBody.empty(example));
            }
            @Nullable T value = reader.read(json);
            if (json.next()) {
                return malformed(
                        new Decoded.Malformed(json.here("the body holds more than one JSON value", "send one object")));
            }
            return value == null || !draft.faults().isEmpty()
                    ? new Read.No<>(Problem.of(Trouble.INVALID_REQUEST, draft.faults()))
                    : new Read.Understood<>(value);
        } catch (JsonProcessingException e) {
            return malformed((Decoded.Malformed) JsonBody.malformed(e));
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can always be read", e);
        }
    }

    private static <T> Read<T> malformed(Decoded.Malformed malformed) {
        return new Read.No<>(Problem.of(Trouble.MALFORMED, List.of(malformed.fault())));
    }

    private @Nullable ProjectDetails details(JsonCursor json) throws IOException {
        boolean object = json.object(DETAIL_KEYS, key -> detail(json, key));
        return object && draft.faults().isEmpty() ? new ProjectDetails(owner, tags, profile) : null;
    }

    private @Nullable NewLevel level(JsonCursor json) throws IOException {
        boolean object = json.object(LEVEL_KEYS, key -> {
            levelled = true;
            if (!json.isNull()) {
                json.string(word -> level = word);
            }
        });
        if (object && !levelled) {
            draft.fault(Fault.inField("level", "is missing", "send a level, or null for that of the package above"));
        }
        return object && draft.faults().isEmpty() ? new NewLevel(level) : null;
    }

    private void detail(JsonCursor json, String key) throws IOException {
        if (json.isNull()) {
            return; // as good as left out
        }
        switch (key) {
            case "owner" ->
                json.string(value -> {
                    draft.bounded(key, value, NAME_CHARACTERS);
                    owner = value;
                });
            case "profile" -> json.string(value -> profile = value);
            case "tags" -> json.array(() -> json.string(value -> tag(json.path(), value)));
            default -> throw new IllegalStateException("no reader for the known key " + key);
        }
    }

    private void tag(String field, String tag) {
        draft.bounded(field, tag, TAG_CHARACTERS);
        if (tags.size() == MOST_TAGS && !tags.contains(tag)) {
            draft.fault(Fault.inField(field, "there are more than " + MOST_TAGS + " tags", "leave some out"));
        } else {
            tags.add(tag);
        }
    }
}
