package dev.mitigauge.app.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.mitigauge.cli.Fault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A settings file, flattened: every value under the keys that lead to it, joined by points, with its line and column. */
final class SettingsFile {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String name;
    private final List<String> lines;
    private final List<Given> values = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private SettingsFile(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    static SettingsFile read(Path file) {
        String name = file.toString();
        try {
            String text = Files.readString(file);
            SettingsFile settings = new SettingsFile(name, text.lines().toList());
            settings.parse(text);
            return settings;
        } catch (CharacterCodingException e) {
            return unreadable(name, "is no UTF-8 text", "save the file as UTF-8");
        } catch (IOException e) {
            return unreadable(name, "can't be read: " + e.getMessage(), "check path and permissions");
        }
    }

    List<Given> values() {
        return values;
    }

    List<Fault> faults() {
        return faults;
    }

    private static SettingsFile unreadable(String name, String message, String remedy) {
        SettingsFile settings = new SettingsFile(name, List.of());
        settings.faults.add(Place.outsideOfFiles(name).fault(message, remedy));
        return settings;
    }

    private void parse(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                object(parser, "");
            } else if (first != null && first != JsonToken.VALUE_NULL) {
                fault(parser.currentTokenLocation(), "the file must hold sections", "write `http:` and keys below it");
            }
        } catch (JsonProcessingException e) {
            fault(e.getLocation(), "no YAML: " + firstLine(e.getOriginalMessage()), "check indents, quotes and colons");
        }
    }

    private void object(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = path + parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(parser, key + ".");
            } else if (value == JsonToken.START_ARRAY) {
                fault(at, "`" + key + "` must be one value, but is a list", "write one value");
                parser.skipChildren();
            } else if (!seen.add(key)) {
                fault(at, "`" + key + "` is given twice", "keep one of the two");
            } else {
                values.add(given(parser, key, place(at)));
            }
        }
    }

    private Given given(JsonParser parser, String key, Place at) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? new Given(key, null, at, at)
                : new Given(key, parser.getText(), at, place(parser.currentTokenLocation()));
    }

    private Place place(@Nullable JsonLocation at) {
        return at == null
                ? Place.outsideOfFiles(name)
                : new Place(name, at.getLineNr(), at.getColumnNr(), excerpt(at.getLineNr()));
    }

    private void fault(@Nullable JsonLocation at, String message, String remedy) {
        faults.add(place(at).fault(message, remedy));
    }

    private @Nullable String excerpt(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : null;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
