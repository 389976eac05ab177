package dev.mitigauge.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contract as the service serves it, and as much of JSON Schema as it uses. A keyword that is not known here is an error. */
final class Contract {

    private static final List<String> ANNOTATIONS = List.of("description", "format", "summary");

    private final JsonNode root;

    Contract(byte[] yaml) throws IOException {
        root = new YAMLMapper().readTree(yaml);
    }

    JsonNode at(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        if (node.isMissingNode()) {
            throw new AssertionError("the contract has nothing at " + pointer);
        }
        return node;
    }

    JsonNode schema(String name) {
        return at("/components/schemas/" + name);
    }

    /** The node, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").textValue().substring(1)) : node;
    }

    List<String> references() {
        return root.findValuesAsText("$ref");
    }

    /** Where and how a value breaks a schema; empty if it keeps it. */
    List<String> violations(JsonNode value, JsonNode schema) {
        List<String> violations = new ArrayList<>();
        check(value, schema, "", violations);
        return violations;
    }

    private void check(JsonNode value, JsonNode unresolved, String path, List<String> violations) {
        JsonNode schema = resolve(unresolved);
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            JsonNode wanted = keyword.getValue();
            boolean holds =
                    switch (keyword.getKey()) {
                        case "type" -> !wanted.isArray() ? is(value, wanted.textValue()) : isOneOf(value, wanted);
                        case "enum" -> contains(wanted, value);
                        case "const" -> wanted.equals(value);
                        case "minimum" -> !value.isNumber() || value.doubleValue() >= wanted.doubleValue();
                        case "maximum" -> !value.isNumber() || value.doubleValue() <= wanted.doubleValue();
                        case "minLength" ->
                            !value.isTextual() || value.textValue().length() >= wanted.intValue();
                        case "maxLength" ->
                            !value.isTextual() || value.textValue().length() <= wanted.intValue();
                        case "pattern" ->
                            !value.isTextual()
                                    || Pattern.compile(wanted.textValue())
                                            .matcher(value.textValue())
                                            .find();
                        case "minItems" -> !value.isArray() || value.size() >= wanted.intValue();
                        case "maxItems" -> !value.isArray() || value.size() <= wanted.intValue();
                        case "maxProperties" -> !value.isObject() || value.size() <= wanted.intValue();
                        case "anyOf" -> matching(value, wanted) > 0;
                        case "oneOf" -> matching(value, wanted) == 1;
                        case "required" -> hasAll(value, wanted);
                        case "properties", "additionalProperties", "propertyNames", "items" -> true;
                        default -> ANNOTATIONS.contains(keyword.getKey());
                    };
            if (!holds) {
                violations.add(path + " " + keyword.getKey() + " " + wanted + " but is " + value);
            }
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), path + "[" + i + "]", violations);
            }
        }
        if (value.isObject()) {
            value.properties().forEach(field -> property(field, schema, path, violations));
        }
    }

    private void property(Map.Entry<String, JsonNode> field, JsonNode schema, String path, List<String> violations) {
        String here = path + "." + field.getKey();
        JsonNode properties = schema.path("properties");
        JsonNode additional = schema.path("additionalProperties");
        if (properties.has(field.getKey())) {
            check(field.getValue(), properties.get(field.getKey()), here, violations);
        } else if (additional.isObject()) {
            check(field.getValue(), additional, here, violations);
        } else if (additional.isBoolean() && !additional.booleanValue()) {
            violations.add(here + " is not known");
        }
    }

    private int matching(JsonNode value, JsonNode schemas) {
        int matching = 0;
        for (JsonNode schema : schemas) {
            matching += violations(value, schema).isEmpty() ? 1 : 0;
        }
        return matching;
    }

    private static boolean hasAll(JsonNode value, JsonNode names) {
        for (JsonNode name : names) {
            if (value.isObject() && !value.has(name.textValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(JsonNode value, JsonNode types) {
        for (JsonNode type : types) {
            if (is(value, type.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new AssertionError("no such type: " + type);
        };
    }

    /** Names in a node that lists or maps them. */
    static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(name -> names.add(name.textValue()));
        } else {
            node.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
