package dev.mitigauge.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** All settings for those who write them: as a JSON schema for editors and pipelines, and as a page. Made from the records and the comments. */
public final class SettingsReference {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "/config/mitigauge.yaml";

    private final List<Section<?>> sections;
    private final Map<String, String> comments;

    /** Of these sections, explained by the settings file that ships. */
    public SettingsReference(List<? extends Section<?>> sections) {
        this.sections = List.copyOf(sections);
        this.comments = Comments.of(shipped());
    }

    /** A JSON schema, draft 2020-12, that a settings file must follow. */
    public String schema() {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Settings of Mitigauge")
                .put("type", "object")
                .put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        sections.forEach(section -> section(section, properties.putObject(section.name())));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** A page in Markdown. */
    public String page() {
        StringBuilder page = new StringBuilder("""
                # Settings

                Every key of `config/mitigauge.yaml`. Later ones win: default, file, environment, option of the command line. `mitigauge config show` prints what is in
                force, `config check` what is wrong with a file, `config schema` a JSON schema for editors. A variable that ends with `_FILE` names a file that holds the
                secret. This page is generated: `mvn -q test -Dtest=SettingsPageTest -Dsettings.write=true`.
                """);
        for (Section<?> section : sections) {
            page.append("\n## ")
                    .append(section.name())
                    .append("\n\n| key | environment | default | range | what it does |\n|---|---|---|---|---|\n");
            section.keys().forEach(key -> page.append(row(section, key)));
        }
        return page.toString();
    }

    private void section(Section<?> section, ObjectNode node) {
        node.putArray("type").add("object").add("null");
        node.put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        section.keys()
                .forEach(key -> key(
                        section,
                        key,
                        properties.putObject(key.name().substring(section.name().length() + 1))));
    }

    private void key(Section<?> section, Key key, ObjectNode node) {
        String type = type(key.kind());
        if (key.nullable()) {
            node.putArray("type").add(type).add("null");
        } else {
            node.put("type", type);
        }
        node.put("description", comments.getOrDefault(key.name(), ""));
        if (key.kind() == Kind.SECRET) {
            node.put("writeOnly", true);
        }
        if (key.kind() == Kind.WHOLE_NUMBER) {
            Range range = Range.of(section, key);
            node.put("minimum", range.least()).put("maximum", range.most());
        }
        node.set("default", JSON.valueToTree(key.kind() == Kind.SECRET ? null : key.defaultValue()));
    }

    private String row(Section<?> section, Key key) {
        String written = Yaml.scalar(key.defaultValue());
        return "| `" + key.name() + "` | `" + String.join("`, `", key.variables()) + "` | "
                + (written.isEmpty() ? "" : "`" + written + "`")
                + " | " + range(section, key) + " | "
                + comments.getOrDefault(key.name(), "").replace("|", "\\|") + " |\n";
    }

    private static String range(Section<?> section, Key key) {
        return switch (key.kind()) {
            case WHOLE_NUMBER -> words(Range.of(section, key));
            case NUMBER -> "a number";
            case SWITCH -> "`true`, `false`";
            case TEXT, SECRET -> "text" + (key.nullable() ? " or empty" : "");
        };
    }

    private static String words(Range range) {
        return range.most() == Integer.MAX_VALUE ? "from " + range.least() : range.least() + " to " + range.most();
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case WHOLE_NUMBER -> "integer";
            case NUMBER -> "number";
            case SWITCH -> "boolean";
            case TEXT, SECRET -> "string";
        };
    }

    private static String shipped() {
        try (InputStream in = SettingsReference.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
