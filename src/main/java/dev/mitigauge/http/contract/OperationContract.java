package dev.mitigauge.http.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the contract says of the requests of one operation; used by any thread. */
public final class OperationContract {

    /** Hundreds of times what the largest request needs that makes sense. */
    static final int MOST_TOKENS = 1_000_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    // Names come from strangers: keep them out of the table of interned strings.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // The body itself is bounded, and with it every string; nesting has the usual bound. A tree takes
                    // many times
                    // the memory of its text if that is all braces, so what it is made of is bounded as well.
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build()
            .readerFor(JsonNode.class);

    private final List<ParameterContract> parameters;
    private final Set<String> queryNames;
    private final @Nullable ParameterContract rest;
    private final boolean readsQuery;
    private final Map<String, Optional<SchemaCheck>> bodies;

    /** @param bodies schema by media type, none for those that are no JSON; empty if the operation takes no body */
    OperationContract(List<ParameterContract> parameters, Map<String, Optional<SchemaCheck>> bodies) {
        this.parameters = parameters.stream().filter(one -> !one.takesTheRest()).toList();
        this.rest = parameters.stream()
                .filter(ParameterContract::takesTheRest)
                .findFirst()
                .orElse(null);
        this.queryNames = this.parameters.stream()
                .filter(one -> one.in().equals("query"))
                .map(ParameterContract::name)
                .collect(Collectors.toUnmodifiableSet());
        this.readsQuery = rest != null || !queryNames.isEmpty();
        this.bodies = Map.copyOf(bodies);
    }

    /** The first thing that it has against the parameters. */
    public Optional<Objection> parameters(Asked asked) {
        List<Map.Entry<String, String>> query = readsQuery ? asked.query() : List.of();
        for (ParameterContract parameter : parameters) {
            Optional<Objection> objection = objection(parameter, asked, query);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return rest == null || query.isEmpty() ? Optional.empty() : rest.objection(others(query));
    }

    private static Optional<Objection> objection(
            ParameterContract parameter, Asked asked, List<Map.Entry<String, String>> query) {
        return switch (parameter.in()) {
            case "path" -> parameter.objection(asked.path(parameter.name()));
            case "header" -> parameter.objection(asked.header(parameter.name()));
            default -> ofEach(parameter, query);
        };
    }

    /** Of a parameter that is given more than once each value counts. */
    private static Optional<Objection> ofEach(ParameterContract parameter, List<Map.Entry<String, String>> query) {
        List<String> given = new ArrayList<>();
        for (Map.Entry<String, String> each : query) {
            if (each.getKey().equals(parameter.name())) {
                given.add(each.getValue());
            }
        }
        return given.isEmpty()
                ? parameter.objection((String) null)
                : given.stream()
                        .map(text -> parameter.objection(text))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private List<Map.Entry<String, String>> others(List<Map.Entry<String, String>> query) {
        return query.stream()
                .filter(each -> !queryNames.contains(each.getKey()))
                .toList();
    }

    /**
     * The first thing that it has against the form of a body, or against what it says if it is JSON.
     *
     * @param mediaType as the header says, in lower case and without its parameters
     */
    public Optional<Objection> body(String mediaType, byte[] body) {
        if (bodies.isEmpty()) {
            return Optional.empty();
        }
        Optional<SchemaCheck> check = bodies.get(mediaType);
        if (check == null) {
            String allowed = bodies.keySet().stream().sorted().collect(Collectors.joining(", "));
            return Optional.of(new Objection("Content-Type", "must be one of " + allowed, "requestBody content"));
        }
        return check.flatMap(schema -> json(schema, body));
    }

    private static Optional<Objection> json(SchemaCheck schema, byte[] body) {
        try {
            return schema.objection("", READER.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.of(new Objection("", "must be JSON: " + e.getOriginalMessage(), "requestBody content"));
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can always be read", e);
        }
    }
}
