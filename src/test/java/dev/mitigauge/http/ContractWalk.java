package dev.mitigauge.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers against the contract, and remembers which statuses of which operations it saw. */
final class ContractWalk {

    /** Headers that only some answers with the status have. */
    private static final Set<String> OPTIONAL = Set.of("Cache-Status", "Idempotency-Replayed");

    private final Contract contract;
    private final Set<String> seen = new TreeSet<>();
    private final List<String> broken = new ArrayList<>();

    ContractWalk(Contract contract) {
        this.contract = contract;
    }

    /** Operations with their statuses, such as {@code GET /metrics 200}; those that stand for any other are left out. */
    Set<String> listed() {
        Set<String> listed = new TreeSet<>();
        contract.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> operation
                        .getValue()
                        .get("responses")
                        .fieldNames()
                        .forEachRemaining(status -> {
                            if (!status.equals("default")) {
                                listed.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " "
                                        + status);
                            }
                        })));
        return listed;
    }

    Set<String> seen() {
        return seen;
    }

    /** What did not keep the contract. */
    List<String> broken() {
        return broken;
    }

    /** Takes an answer to the operation down. */
    void saw(String method, String path, int wanted, Answered response) {
        String place = method + " " + path + " " + response.status();
        JsonNode responses = contract.at("/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT))
                .get("responses");
        if (response.body().startsWith("{\"type\":\"" + Trouble.CONTRACT.type())) {
            broken.add(place + " is refused by the contract alone: " + response.body());
        } else if (response.status() != wanted) {
            broken.add(place + " instead of " + wanted + ": " + response.body());
        } else if (!responses.has(Integer.toString(wanted))) {
            broken.add(place + " is not listed");
        } else {
            seen.add(place);
            check(place, contract.resolve(responses.get(Integer.toString(wanted))), response);
        }
    }

    private void check(String place, JsonNode described, Answered response) {
        for (String header : Contract.names(described.path("headers"))) {
            if (!OPTIONAL.contains(header) && response.header(header).isEmpty()) {
                broken.add(place + " lacks the header " + header);
            }
        }
        String type = response.header("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            if (!response.body().isEmpty()) {
                broken.add(place + " has a body");
            }
        } else if (!content.has(type)) {
            broken.add(place + " is of the type " + type);
        } else if (type.endsWith("json")) {
            contract.violations(response.json(), content.get(type).get("schema"))
                    .forEach(violation -> broken.add(place + violation));
        }
    }

    /** How much of what is listed was seen. */
    String coverage(Map<String, String> excused) {
        return seen.size() + " of " + listed().size() + " statuses of operations were provoked, " + excused.size()
                + " are excused";
    }
}
