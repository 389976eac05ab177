package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiPageTest {

    private static final Path PAGE = Path.of("src/docs/api.md");

    @Test
    void shouldSayWhatTheContractSays() throws IOException {
        String page = new ApiPage(new Contract(Resource.read("/openapi.yaml"))).text();

        if (Boolean.getBoolean("api.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as(PAGE + " is out of date: run `mvn -q test -Dtest=ApiPageTest -Dapi.write=true`")
                .isEqualTo(page);
    }

    @Test
    void shouldDescribeEveryOperation() throws IOException {
        String page = new ApiPage(new Contract(Resource.read("/openapi.yaml"))).text();

        assertThat(ContractCalls.ALL)
                .allSatisfy(call -> assertThat(page).contains("### `" + call.method() + " " + call.template() + "`"));
    }
}
