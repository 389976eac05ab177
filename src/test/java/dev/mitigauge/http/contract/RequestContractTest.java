package dev.mitigauge.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContractTest {

    private static final String CONTRACT = """
            openapi: 3.1.0
            info: { title: Things, version: "1" }
            paths:
              /things/{name}:
                put:
                  parameters:
                    - { name: name, in: path, required: true, schema: { type: string, pattern: "^[a-z]+$" } }
                    - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }
                    - { name: deep, in: query, schema: { type: boolean } }
                    - name: more
                      in: query
                      schema: { type: object, propertyNames: { pattern: "^more\\\\." }, additionalProperties: { type: string, maxLength: 2 } }
                    - { name: X-Key, in: header, required: true, schema: { $ref: "#/components/schemas/Key" } }
                  requestBody:
                    content:
                      application/json: { schema: { $ref: "#/components/schemas/Thing" } }
                      text/csv: { schema: { type: string } }
                get:
                  parameters:
                    - { name: name, in: path, required: true, schema: { type: string } }
            components:
              schemas:
                Key: { type: string, maxLength: 3 }
                Thing:
                  type: object
                  required: [size]
                  additionalProperties: false
                  properties:
                    size: { type: integer, maximum: 5 }
                    parts: { type: [array, "null"], items: { $ref: "#/components/schemas/Thing" } }
                    any: {}
            """;

    private final RequestContract contract = contract(CONTRACT);
    private final OperationContract put = contract.operation("PUT", "/things/{name}");

    @Test
    void shouldMakeNoTreeOfAMillionParts() {
        byte[] body = ("{\"size\":1,\"parts\":[" + "{},".repeat(600_000) + "{}]}").getBytes(StandardCharsets.UTF_8);

        assertThat(put.body("application/json", body).orElseThrow().message())
                .startsWith("must be JSON: Token count (1000001) exceeds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0     | limit | must have a minimum value of 1
            limit=x     | limit | string found, integer expected
            limit=%2B5  | limit | string found, integer expected
            limit=      | limit | string found, integer expected
            limit=1&limit=10 | limit | must have a maximum value of 9
            deep=yes    | deep  | string found, boolean expected
            more.a=abc  | ?/more.a | must be at most 2 characters long
            other=1     | ?/other  | does not match the regex pattern ^more\\.
            """)
    void shouldNameTheParameterOfTheAddress(String query, String place, String message) {
        Optional<Objection> objection = put.parameters(asked("thing", "key", query));

        assertThat(objection).hasValueSatisfying(found -> {
            assertThat(found.place()).isEqualTo(place);
            assertThat(found.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=9", "deep=true&more.a=12&more.b=", "limit=1&limit=2"})
    void shouldLetParametersPassThatItAllows(String query) {
        assertThat(put.parameters(asked("thing", "key", query))).isEmpty();
    }

    @Test
    void shouldNamePartsOfThePathAndHeaders() {
        assertThat(put.parameters(asked("Thing", "key", "")))
                .contains(new Objection(
                        "name",
                        "does not match the regex pattern ^[a-z]+$",
                        "/paths/~1things~1{name}/put/parameters/0/schema/pattern"));
        assertThat(put.parameters(asked("thing", "long", "")))
                .contains(new Objection(
                        "X-Key", "must be at most 3 characters long", "/components/schemas/Key/maxLength"));
        assertThat(put.parameters(asked("thing", null, "")))
                .contains(new Objection("X-Key", "is required, but is missing", "header X-Key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"size":1,"parts":[{"size":9}]} | /parts/0/size | must have a maximum value of 5 | /components/schemas/Thing/properties/size/maximum
            {"size":1,"colour":"red"} | '' | property 'colour' is not defined in the schema and the schema does not allow additional properties | /components/schemas/Thing/additionalProperties
            {"parts":null} | '' | required property 'size' not found | /components/schemas/Thing/required
            [] | '' | array found, object expected | /components/schemas/Thing/type
            """)
    void shouldPointIntoTheBody(String body, String place, String message, String rule) {
        assertThat(json(body)).contains(new Objection(place, message, rule));
    }

    @Test
    void shouldRefuseABodyThatIsNoJsonOrNone() {
        assertThat(json("{"))
                .hasValueSatisfying(found -> assertThat(found.message()).startsWith("must be JSON: "));
        assertThat(json("")).isPresent();
    }

    @Test
    void shouldKnowTheFormsOfABody() {
        assertThat(put.body("text/csv", new byte[] {1})).isEmpty();
        assertThat(put.body("image/png", new byte[0]))
                .contains(new Objection(
                        "Content-Type", "must be one of application/json, text/csv", "requestBody content"));
        assertThat(contract.operation("GET", "/things/{name}").body("image/png", new byte[0]))
                .isEmpty();
    }

    @Test
    void shouldBearWhatIsDeepAndWhatIsLarge() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        String recursive = "{\"size\":1,\"parts\":[".repeat(300) + "]}".repeat(300);
        String wide = "{\"size\":1,\"any\":\"" + "é".repeat(20_000_000) + "\"}";
        String many = "{\"size\":1,\"parts\":[" + "{\"size\":9},".repeat(150_000) + "{\"size\":9}]}";

        assertThat(json("{\"size\":1,\"any\":" + deep + "}"))
                .hasValueSatisfying(found -> assertThat(found.message()).contains("nesting depth"));
        assertThat(json(recursive)).isEmpty();
        assertThat(json(wide)).isEmpty();
        assertThat(json(many))
                .hasValueSatisfying(found -> assertThat(found.place()).isEqualTo("/parts/0/size"));
    }

    @Test
    void shouldRefuseAContractThatItCannotHoldAnybodyTo() {
        assertThatThrownBy(() -> contract(CONTRACT.replace("maxLength: 3", "maxLenght: 3")))
                .hasMessageContaining("maxLenght");
        assertThatThrownBy(() -> contract(CONTRACT.replace("in: header", "in: cookie")))
                .hasMessageContaining("no check for the parameter X-Key in cookie");
        assertThatThrownBy(() -> contract(CONTRACT.replace("schemas/Key\"", "schemas/Kee\"")))
                .hasMessageContaining("the contract has nothing at /components/schemas/Kee");
        assertThatThrownBy(() -> contract.operation("DELETE", "/things/{name}"))
                .hasMessage("the contract has no operation DELETE /things/{name}");
    }

    private Optional<Objection> json(String body) {
        return put.body("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestContract contract(String yaml) {
        return RequestContract.of(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Asked asked(String path, @Nullable String header, String query) {
        return new Asked() {
            @Override
            public String path(String name) {
                return path;
            }

            @Override
            public @Nullable String header(String name) {
                return header;
            }

            @Override
            public List<Map.Entry<String, String>> query() {
                return List.of(query.split("&")).stream()
                        .filter(pair -> !pair.isEmpty())
                        .map(pair -> pair.split("=", -1))
                        .map(pair -> Map.entry(pair[0], pair[1]))
                        .toList();
            }
        };
    }
}
