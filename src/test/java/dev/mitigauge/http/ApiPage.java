package dev.mitigauge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference for people, made of the contract. */
final class ApiPage {

    private static final String HEAD = """
            # The HTTP interface

            Made of [`openapi.yaml`](../main/resources/openapi.yaml), which the service serves at `/openapi.yaml`, by
            `mvn -q test -Dtest=ApiPageTest -Dapi.write=true`; what is wrong here is to be mended there.

            """;

    private static final String POLICY = """
            ## What may change in v1

            Within `/api/v1` only what no caller can stumble over is added: calls, parameters and keys of a request that may be left out, keys of an answer, forms
            of an answer, kinds of problems (`type`) under a status that the call has, metrics. So callers pass over keys they don't know and treat problems they don't know
            by their status. The words of `detail`, `remedy`, `title` and `message`, the scores, findings and texts that a rule set computes, and the order in
            which nothing is said of one may change at any time: a rule set is named by its digest, not by the version of the interface.

            What is to go or to mean something else is deprecated first. Its answers then carry `Deprecation` (RFC 9745) with the moment from which on it is, `Sunset` (RFC 8594)
            with the moment from which on it may be gone, and `Link: …; rel="deprecation"` with what to use instead; here and in `openapi.yaml` (`deprecated: true`) it says the
            same. Between the first release that says so and `Sunset` lie at least six months and two releases; a hole in security or a law may shorten that, and the release notes
            then say why. A change that callers would stumble over comes as `/api/v2`, beside v1 for at least twelve months.

            Nothing is deprecated now, so no answer carries these headers.
            """;

    private final Contract contract;
    private final StringBuilder text = new StringBuilder(HEAD);

    ApiPage(Contract contract) {
        this.contract = contract;
    }

    String text() {
        text.append(contract.at("/info/description").textValue()).append('\n');
        for (JsonNode tag : contract.at("/tags")) {
            text.append("## ").append(tag.get("description").textValue()).append("\n\n");
            contract.at("/paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(operation -> operation.getValue().at("/tags/0").equals(tag.get("name")))
                    .forEach(operation -> operation(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        }
        problems();
        return text.append(POLICY).toString();
    }

    private void operation(String call, JsonNode operation) {
        text.append("### `").append(call).append("`\n\n");
        text.append(operation.get("summary").textValue()).append(". ");
        text.append(role(operation)).append("\n\n");
        paragraph(operation.path("description").asText(""));
        parameters(operation);
        if (operation.has("requestBody")) {
            body(contract.resolve(operation.get("requestBody")));
        }
        responses(operation.get("responses"));
    }

    private static String role(JsonNode operation) {
        for (JsonNode way : operation.path("security")) {
            if (way.has("token")) {
                return "Role: `" + way.at("/token/0").textValue() + "`.";
            }
        }
        return "No token is asked for.";
    }

    private void parameters(JsonNode operation) {
        List<String> rows = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = contract.resolve(reference);
            boolean required = parameter.path("required").asBoolean(false);
            rows.add("| `" + parameter.get("name").textValue() + "` | "
                    + parameter.get("in").textValue()
                    + (required ? ", required" : "") + " | " + cell(type(parameter.path("schema"))) + " | "
                    + cell(parameter.path("description").asText("")) + " |");
        }
        table("| parameter | in | type | |", rows);
    }

    private void body(JsonNode body) {
        paragraph(body.path("description").asText(""));
        List<String> rows = new ArrayList<>();
        body.get("content")
                .properties()
                .forEach(content -> rows.add("| `" + content.getKey() + "` | "
                        + cell(type(content.getValue().path("schema"))) + " | "
                        + cell(contract.resolve(content.getValue().path("schema"))
                                .path("description")
                                .asText("")) + " |"));
        table("| body | type | |", rows);
        body.get("content").properties().forEach(content -> examples(content.getKey(), content.getValue()));
    }

    private void examples(String type, JsonNode content) {
        for (JsonNode example : content.path("examples")) {
            JsonNode value = example.get("value");
            boolean plain = value.isTextual();
            text.append(example.path("summary").asText("Example"))
                    .append(" (`")
                    .append(type)
                    .append("`):\n\n````")
                    .append(plain ? "" : "json")
                    .append('\n')
                    .append((plain ? value.textValue() : value.toPrettyString()).strip())
                    .append("\n````\n\n");
        }
    }

    private void responses(JsonNode responses) {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : responses.properties()) {
            JsonNode response = contract.resolve(entry.getValue());
            List<String> forms = new ArrayList<>();
            response.path("content")
                    .properties()
                    .forEach(content -> forms.add("`" + content.getKey() + "` "
                            + type(content.getValue().path("schema"))));
            List<String> headers = Contract.names(response.path("headers")).stream()
                    .map(name -> "`" + name + "`")
                    .toList();
            rows.add("| " + (entry.getKey().equals("default") ? "other" : entry.getKey()) + " | "
                    + cell(response.get("description").textValue()) + " | " + String.join(", ", forms) + " | "
                    + String.join(", ", headers) + " |");
        }
        table("| status | | body | headers |", rows);
    }

    private void problems() {
        text.append("## Problems\n\nThe `type` of a problem, and its status and `title`:\n\n");
        List<String> rows = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            rows.add("| `" + trouble.type() + "` | " + trouble.status() + " | " + trouble.title() + " |");
        }
        table("| type | status | title |", rows);
        for (String example : List.of("Malformed", "Unprocessable")) {
            JsonNode content =
                    contract.at("/components/responses/" + example + "/content").get("application/problem+json");
            JsonNode shown = content.has("example") ? content.get("example") : content.at("/examples/field/value");
            text.append("```json\n").append(shown.toPrettyString()).append("\n```\n\n");
        }
    }

    private String type(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("enum")) {
            return String.join(", ", Contract.names(schema.get("enum")));
        }
        return schema.path("type").isArray()
                ? String.join(" or ", Contract.names(schema.get("type")))
                : schema.path("type").asText("");
    }

    private void paragraph(String words) {
        if (!words.isBlank()) {
            text.append(words.strip()).append("\n\n");
        }
    }

    private void table(String head, List<String> rows) {
        if (!rows.isEmpty()) {
            text.append(head)
                    .append('\n')
                    .append(head.replaceAll("[^|]+", "---"))
                    .append('\n');
            rows.forEach(row -> text.append(row).append('\n'));
            text.append('\n');
        }
    }

    private static String cell(String words) {
        return words.strip().replaceAll("\\s*\\n\\s*", " ").replace("|", "\\|");
    }
}
