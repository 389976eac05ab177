package dev.mitigauge.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;

/** One schema of the contract, by any thread. */
final class SchemaCheck {

    private final Schema schema;

    SchemaCheck(Schema schema) {
        this.schema = schema;
        schema.initializeValidators();
    }

    /**
     * The first thing that it has against a value.
     *
     * @param place of the value, before the pointer into it
     */
    Optional<Objection> objection(String place, JsonNode value) {
        List<Error> errors = schema.validate(value);
        return errors.isEmpty() ? Optional.empty() : Optional.of(objection(place, errors.get(0)));
    }

    private Objection objection(String place, Error error) {
        return new Objection(
                place + error.getInstanceLocation(),
                error.getMessage(),
                String.valueOf(error.getSchemaLocation().getFragment()));
    }
}
