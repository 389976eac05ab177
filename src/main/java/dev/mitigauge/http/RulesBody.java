package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mitigauge.assessment.Replay;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.rules.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads changes of the rules that came as JSON, and the projects that are to be judged by them. */
final class RulesBody {

    static final List<String> CHECK_KEYS = List.of("files");
    static final List<String> PREVIEW_KEYS =
            List.of("files", "against", "documents", "projects", "deployment", "asOf", "profile", "waivers");
    static final List<String> ACTIVATE_KEYS = List.of("files", "digest", "note");
    static final List<String> ROLLBACK_KEYS = List.of("digest", "note");
    static final List<String> PROJECT_KEYS = List.of("name", "documents");

    /** What a preview of stored assessments can't be told, for each is judged as it was then. */
    private static final List<String> OF_THEN =
            List.of("documents", "projects", "deployment", "asOf", "profile", "waivers");

    private static final String STORED = "stored";
    private static final int LONGEST_NOTE = 500;
    private static final int NAME_CHARACTERS = 255;
    private static final String EXAMPLE = "{\"files\":{\"tables/thresholds.csv\":\"…\"}}";
    private static final String NAMES = "name it like claims.drl, claims.cases.yaml or tables/thresholds.csv";

    private final RequestDraft draft;
    private final JsonCursor json;
    private final JsonBody context;
    private final Set<String> present;
    private final RuleWriteSettings limits;
    private final Map<String, @Nullable String> files = new HashMap<>();
    private final Map<String, List<Input>> projects = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private @Nullable String digest;
    private boolean stored;
    private @Nullable String note;
    private long characters;
    private boolean crowded;

    private RulesBody(JsonCursor json, RequestDraft draft, Set<String> present, RuleWriteSettings limits) {
        this.json = json;
        this.draft = draft;
        this.context = new JsonBody(json, draft);
        this.present = present;
        this.limits = limits;
    }

    /** One of the ways to read them. */
    interface Reader {
        Decoded read(byte[] body, Set<String> present, RuleWriteSettings limits);
    }

    /** Changes alone. {@code present} are the files of the active set. */
    static Decoded check(byte[] body, Set<String> present, RuleWriteSettings limits) {
        return decode(body, present, limits, CHECK_KEYS);
    }

    /** Changes and projects. */
    static Decoded preview(byte[] body, Set<String> present, RuleWriteSettings limits) {
        return decode(body, present, limits, PREVIEW_KEYS);
    }

    /** Changes, or a set that is kept, to become active. */
    static Decoded activate(byte[] body, Set<String> present, RuleWriteSettings limits) {
        return decode(body, present, limits, ACTIVATE_KEYS);
    }

    /** A set that was active before. */
    static Decoded rollback(byte[] body, Set<String> present, RuleWriteSettings limits) {
        return decode(body, present, limits, ROLLBACK_KEYS);
    }

    private static Decoded decode(byte[] body, Set<String> present, RuleWriteSettings limits, List<String> keys) {
        RequestDraft draft = new RequestDraft();
        try (JsonCursor json = new JsonCursor(body, draft)) {
            return new RulesBody(json, draft, present, limits).read(keys);
        } catch (JsonProcessingException e) {
            return JsonBody.malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can always be read", e);
        }
    }

    private Decoded read(List<String> keys) throws IOException {
        if (!json.next()) {
            return JsonBody.empty(EXAMPLE);
        }
        json.object(keys, this::key);
        if (json.next()) {
            return new Decoded.Malformed(json.here("the body holds more than one JSON value", "send one object"));
        }
        missing(keys);
        if (!draft.faults().isEmpty()) {
            return new Decoded.Invalid(draft.faults());
        }
        return keys.contains("note")
                ? new Decoded.Switch(files, digest, note)
                : new Decoded.Trial(files, replays(), stored);
    }

    private void missing(List<String> keys) {
        if (!draft.faults().isEmpty()) {
            return;
        }
        if (keys.equals(ROLLBACK_KEYS)) {
            return;
        }
        if (digest != null) {
            if (!files.isEmpty()) {
                draft.fault(Fault.inField(
                        "digest", "stands beside `files`", "send the changes, or the digest of a set that is kept"));
            }
        } else if (files.isEmpty()) {
            draft.fault(Fault.inField("files", "there is no change of a file", "send an object such as " + EXAMPLE));
        } else if (stored) {
            OF_THEN.stream().filter(given::contains).findFirst().ifPresent(this::notOfThen);
        } else if (keys.contains("documents") && projects.isEmpty()) {
            draft.fault(Fault.inField(
                    "documents",
                    "there is nothing to judge",
                    "send `documents`, each a project by itself, or `projects`, or `\"against\":\"stored\"`"));
        }
    }

    private void notOfThen(String key) {
        draft.fault(Fault.inField(
                key,
                "stands beside `against`: stored assessments are judged with the documents and in the context of then",
                "leave " + Quoted.of(key) + " out, or `against`"));
    }

    private void key(String key) throws IOException {
        given.add(key);
        switch (key) {
            case "against" -> json.string(this::against);
            case "digest" -> json.string(value -> digest = value);
            case "note" -> json.string(this::note);
            case "files" -> json.object(List.of(), this::file);
            case "documents" -> json.array(this::document);
            case "projects" -> json.array(this::project);
            default -> context.key(key);
        }
    }

    private void against(String text) {
        if (text.equals(STORED)) {
            stored = true;
        } else {
            json.fault(
                    "must be `" + STORED + "`, but is " + Quoted.of(text),
                    "leave it out and send `documents` or `projects`");
        }
    }

    private void note(String text) {
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            json.fault("must have 1 to " + LONGEST_NOTE + " characters", "say in a sentence why the rules change");
        } else {
            note = text;
        }
    }

    private void file(String name) throws IOException {
        if (!RuleFiles.isName(name)) {
            json.fault(
                    Quoted.of(name) + " is no name of a rule file",
                    Nearest.to(name, present)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse(NAMES));
        } else if (json.isNull()) {
            delete(name);
        } else {
            json.string(text -> replace(name, text));
        }
    }

    private void delete(String name) {
        if (present.contains(name)) {
            put(name, null);
        } else {
            json.fault("there is no file " + Quoted.of(name) + " to delete", Nearest.remedy(name, present));
        }
    }

    private void replace(String name, String text) {
        characters += text.length();
        put(name, text);
    }

    private void put(String name, @Nullable String text) {
        files.put(name, text);
        if (!crowded && (files.size() > limits.maxFiles() || characters > limits.maxCharacters())) {
            crowded = true;
            json.fault(
                    "there are more than " + limits.maxFiles() + " files or " + limits.maxCharacters()
                            + " characters in them",
                    "send the files that you change alone, or raise `ruleWrites.maxFiles` or `ruleWrites.maxCharacters`");
        }
    }

    private void document() throws IOException {
        context.document();
        for (Input document : draft.takeDocuments()) {
            add(document.name(), List.of(document));
        }
    }

    private void project() throws IOException {
        List<String> names = new ArrayList<>();
        String path = json.path();
        boolean object = json.object(PROJECT_KEYS, key -> {
            if (key.equals("name")) {
                json.string(names::add);
            } else {
                json.array(context::document);
            }
        });
        List<Input> documents = draft.takeDocuments();
        if (object) {
            project(path, names.isEmpty() ? "" : names.get(0), documents);
        }
    }

    private void project(String path, String name, List<Input> documents) {
        if (name.isBlank()) {
            draft.fault(Fault.inField(path + ".name", "the project has no name", "send `name` as a string"));
        } else if (name.length() > NAME_CHARACTERS) {
            draft.fault(Fault.inField(
                    path + ".name",
                    "has " + name.length() + " characters",
                    "use at most " + NAME_CHARACTERS + " characters"));
        } else if (documents.isEmpty()) {
            draft.fault(Fault.inField(path + ".documents", "there is no document", "send at least one document"));
        } else {
            add(name, documents);
        }
    }

    private void add(String project, List<Input> documents) {
        if (projects.putIfAbsent(project, documents) == null) {
            order.add(project);
        } else {
            json.fault("the project " + Quoted.of(project) + " is given twice", "give each project its own name");
        }
    }

    private List<Replay> replays() {
        List<Replay> replays = new ArrayList<>();
        for (String name : order) {
            replays.add(new Replay.Asked(name, draft.request(projects.getOrDefault(name, List.of()))));
        }
        return replays;
    }
}
