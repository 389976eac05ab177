package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesSchemaTest {

    static List<JsonNode> objects() throws IOException {
        return Manifests.objects();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void shouldFindNothingWrongWithWhatShips(JsonNode object) {
        assertThat(KubernetesSchema.problems(object)).isEmpty();
    }

    @Test
    void shouldFindNothingWrongWithTheRulesForTheOperator(@TempDir Path directory) throws Exception {
        Programs.Ran ran = Programs.run(
                java.nio.file.Files.createFile(directory.resolve("nothing")),
                Manifests.KUBERNETES
                        .resolve("prometheus-rules")
                        .toAbsolutePath()
                        .toString());

        List<JsonNode> rules = Manifests.parse(ran.output());
        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(rules).hasSize(2).allSatisfy(each -> assertThat(KubernetesSchema.problems(each))
                .isEmpty());
        assertThat(rules.get(0).at("/spec")).isEqualTo(WatchFiles.yaml(WatchFiles.RECORDING));
        assertThat(rules.get(1).at("/spec")).isEqualTo(WatchFiles.yaml(WatchFiles.ALERTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1 | Deployment | spec: {replica: 2, selector: {}, template: {}}   | The field `replica` in the JSON string is not defined",
                "apps/v1 | Deployment | spec: {template: {}}                             | The required field `selector` is not found",
                "apps/v1 | Deployment | spec: {replicas: '2', selector: {}, template: {}} | /spec/replicas is \"2\", but must be 2",
                "apps/v1 | Deployment | spec: {paused: 'yes', selector: {}, template: {}} | /spec/paused is \"yes\", but must be false",
                "v1      | ConfigMap  | data: {port: 8080}                               | /data/port is 8080, but must be \"8080\"",
                "v1      | Service    | spec: {ports: [{name: http}]}                    | The required field `port` is not found",
                "v2      | Service    | spec: {}                                         | there is no Service in v2",
                "monitoring.coreos.com/v1 | ServiceMonitor | spec: {endpoint: []}         | Unrecognized field \"endpoint\"",
                "monitoring.coreos.com/v1 | ServiceMonitor | spec: {endpoints: [{path: 1}]} | Cannot coerce Integer value (1) to `java.lang.String` value",
                "monitoring.coreos.com/v1 | Prometheus     | spec: {}                     | there is no Prometheus in monitoring.coreos.com/v1"
            })
    void shouldSayWhatIsWrong(String version, String kind, String rest, String problem) throws IOException {
        JsonNode object = Manifests.parse("apiVersion: " + version + "\nkind: " + kind + "\n" + rest)
                .get(0);

        assertThat(KubernetesSchema.problems(object)).singleElement().asString().startsWith(problem);
    }
}
