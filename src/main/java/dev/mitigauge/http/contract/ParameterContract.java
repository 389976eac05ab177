package dev.mitigauge.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an operation.
 *
 * @param name of the parameter
 * @param in {@code path}, {@code query} or {@code header}
 * @param required whether a request must have it
 * @param type JSON type of its value; of an object each property is a parameter of its own (style form, exploded)
 * @param check its schema
 */
record ParameterContract(String name, String in, boolean required, String type, SchemaCheck check) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Set<String> PLACES = Set.of("path", "query", "header");
    private static final Set<String> TYPES = Set.of("string", "integer", "boolean", "object");

    ParameterContract {
        if (!PLACES.contains(in) || !TYPES.contains(type) || (type.equals("object") && !in.equals("query"))) {
            throw new IllegalStateException("no check for the parameter " + name + " in " + in + " of type " + type);
        }
    }

    boolean takesTheRest() {
        return type.equals("object");
    }

    /** What the contract has against a text, null for none. */
    Optional<Objection> objection(@Nullable String text) {
        if (text != null) {
            return check.objection(name, value(text));
        }
        return required
                ? Optional.of(new Objection(name, "is required, but is missing", in + " " + name))
                : Optional.empty();
    }

    /** What it has against those parameters of the address that no other one names. */
    Optional<Objection> objection(Iterable<Map.Entry<String, String>> rest) {
        ObjectNode all = JSON.objectNode();
        rest.forEach(each -> all.put(each.getKey(), each.getValue()));
        return check.objection("?", all);
    }

    /** A text that is no value of the type stays a text, which the schema then forbids. */
    private JsonNode value(String text) {
        if (type.equals("integer") && INTEGER.matcher(text).matches()) {
            return JSON.numberNode(Long.parseLong(text));
        }
        boolean truth = type.equals("boolean") && (text.equals("true") || text.equals("false"));
        return truth ? JSON.booleanNode(text.equals("true")) : JSON.textNode(text);
    }
}
