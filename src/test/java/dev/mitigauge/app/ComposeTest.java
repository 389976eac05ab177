package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.http.AccessSettings;
import dev.mitigauge.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manifest for Docker Compose says of itself and of the program; its form is checked in CI against the published schema. */
class ComposeTest {

    private static final Pattern VERSION = Pattern.compile("<version>([\\d.]+)(-SNAPSHOT)?</version>");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each
    private JsonNode compose;

    @BeforeEach
    void read() throws IOException {
        compose = Manifests.read(Manifests.COMPOSE).get(0);
    }

    @Test
    void shouldPinEveryImageToAVersion() {
        assertThat(services()).hasSize(4).allSatisfy(service -> assertThat(
                        service.get("image").textValue())
                .matches("[\\w/]+:v?\\d+\\.\\d+(\\.\\d+)?(-\\w+)?"));
    }

    @Test
    void shouldRunTheImageThatKubernetesRunsAndTheBuildNames() throws IOException {
        JsonNode image =
                Manifests.read(Manifests.KUSTOMIZATION).get(0).get("images").get(0);
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(service("mitigauge").get("image").textValue())
                .isEqualTo(image.get("name").textValue() + ":"
                        + image.get("newTag").textValue())
                .endsWith(":" + version.group(1));
    }

    @Test
    void shouldPublishPortsOnTheLoopbackAddressAlone() {
        assertThat(services().stream().flatMap(service -> Manifests.stream(service.path("ports"))))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.textValue()).matches("127\\.0\\.0\\.1:\\d+:\\d+"));
        assertThat(service("postgres").has("ports")).isFalse();
    }

    @Test
    void shouldConfineAndBoundEveryService() {
        JsonNode confined = compose.get("x-confined");

        assertThat(confined.get("read_only").booleanValue()).isTrue();
        assertThat(Manifests.texts(confined.get("cap_drop"))).containsExactly("ALL");
        assertThat(Manifests.texts(confined.get("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(confined.get("restart").textValue()).isEqualTo("unless-stopped");
        assertThat(services()).allSatisfy(service -> {
            assertThat(service.get("<<").textValue()).isEqualTo("confined");
            assertThat(service.get("mem_limit").textValue()).isNotBlank();
            assertThat(service.get("cpus").isNumber()).isTrue();
            assertThat(service.get("pids_limit").isNumber()).isTrue();
        });
    }

    /** The image of the service says itself who runs it and how it is asked for its health. */
    @Test
    void shouldNameWhoRunsEveryServiceAndHowItsHealthIsAsked() {
        assertThat(Images.instruction("USER")).isEqualTo("65532:65532");
        assertThat(Images.instruction("HEALTHCHECK")).contains("\"health\"");
        for (String name : List.of("postgres", "prometheus", "grafana")) {
            assertThat(service(name).get("user").textValue()).matches("[1-9]\\d*:\\d+");
            assertThat(service(name).at("/healthcheck/test/0").textValue()).isEqualTo("CMD");
        }
    }

    @Test
    void shouldUseVolumesNetworksSecretsAndServicesThatThereAre() {
        assertThat(services()).allSatisfy(service -> {
            names(service.path("networks"))
                    .forEach(name -> assertThat(compose.at("/networks/" + name).isMissingNode())
                            .as(name)
                            .isFalse());
            names(service.path("secrets")).forEach(name -> assertThat(
                            compose.at("/secrets/" + name + "/file").textValue())
                    .isEqualTo("./secrets/" + name));
            service.path("depends_on").fieldNames().forEachRemaining(name -> assertThat(
                            service(name).isMissingNode())
                    .isFalse());
            Manifests.stream(service.path("volumes"))
                    .map(volume -> volume.textValue().split(":", -1)[0])
                    .forEach(this::shouldBeThere);
        });
    }

    private void shouldBeThere(String source) {
        if (source.startsWith(".")) {
            assertThat(Manifests.COMPOSE.resolveSibling(source).normalize()).exists();
        } else {
            assertThat(compose.get("volumes").has(source)).as(source).isTrue();
        }
    }

    @Test
    void shouldReadSecretsThatItIsGiven() {
        assertThat(services()).allSatisfy(service -> service.path("environment").properties().stream()
                .filter(variable -> variable.getKey().endsWith("_FILE"))
                .forEach(variable -> assertThat(names(service.get("secrets")))
                        .contains(variable.getValue().textValue().replace("/run/secrets/", ""))));
    }

    @Test
    void shouldKeepNoSecret() {
        assertThat(services())
                .allSatisfy(service -> assertThat(service.path("environment").fieldNames())
                        .toIterable()
                        .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN)")));
    }

    @Test
    void shouldGiveOnlySettingsThatThereAreAndLeaveTimeToStop() {
        Map<String, String> environment = new TreeMap<>();
        service("mitigauge")
                .get("environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().textValue()));

        Settings settings = DeployedSettings.of(environment, directory.resolve("secret"));

        assertThat(settings.of(AccessSettings.class).tokens()).isEqualTo(AccessSettings.REQUIRED);
        assertThat(environment.get("MITIGAUGE_STORE_URL")).contains("//postgres:5432/");
        assertThat(environment)
                .containsEntry(
                        "MITIGAUGE_STORE_USER",
                        service("postgres").at("/environment/POSTGRES_USER").textValue());
        assertThat(Integer.parseInt(service("mitigauge")
                        .get("stop_grace_period")
                        .textValue()
                        .replace("s", "")))
                .isGreaterThanOrEqualTo(settings.of(HttpSettings.class).shutdownGraceSeconds() + 5);
    }

    @Test
    void shouldScrapeAndShowWhatItStarts() throws IOException {
        JsonNode targets = WatchFiles.yaml(WatchFiles.PROMETHEUS.resolve("compose/mitigauge.yml"));
        JsonNode source = Manifests.read(Path.of("config/grafana/provisioning/datasources/prometheus.yaml"))
                .get(0);

        assertThat(targets.at("/0/targets/0").textValue()).isEqualTo("mitigauge:8080");
        assertThat(source.at("/datasources/0/url").textValue()).isEqualTo("http://prometheus:9090");
    }

    private List<JsonNode> services() {
        List<JsonNode> services = new ArrayList<>();
        compose.get("services").forEach(services::add);
        return services;
    }

    private JsonNode service(String name) {
        return compose.at("/services/" + name);
    }

    private static List<String> names(JsonNode list) {
        return list.isMissingNode() ? List.of() : Manifests.texts(list);
    }
}
