package dev.mitigauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.http.AccessSettings;
import dev.mitigauge.http.HttpSettings;
import dev.mitigauge.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manifests for Kubernetes say of each other and of the program. */
class KubernetesTest {

    /** Made by hand, as the page on deployment tells. */
    private static final Map<String, Set<String>> SECRETS =
            Map.of("mitigauge-store", Set.of("url", "user", "password"));

    private static final Path PAGE = Path.of("src/docs/deploy.md");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // before each
    private JsonNode kustomization;

    @SuppressWarnings("NullAway.Init") // before each
    private JsonNode pod;

    @SuppressWarnings("NullAway.Init") // before each
    private JsonNode container;

    @BeforeEach
    void read() throws IOException {
        kustomization = Manifests.read(Manifests.KUSTOMIZATION).get(0);
        pod = Manifests.object("Deployment").at("/spec/template/spec");
        container = pod.at("/containers/0");
    }

    @Test
    void shouldNameEveryManifestThatIsThere() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.KUBERNETES)) {
            List<String> manifests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .toList();

            assertThat(Manifests.texts(kustomization.get("resources"))).containsExactlyInAnyOrderElementsOf(manifests);
        }
    }

    @Test
    void shouldSayNothingThatKustomizeDoesNotKnow() {
        assertThat(kustomization.fieldNames())
                .toIterable()
                .isSubsetOf("apiVersion", "kind", "namespace", "resources", "images", "configMapGenerator");
        assertThat(kustomization.get("configMapGenerator"))
                .allSatisfy(map -> assertThat(map.fieldNames()).toIterable().isSubsetOf("name", "options", "files"));
    }

    @Test
    void shouldGenerateConfigMapsOfFilesThatAreThere() {
        assertThat(generated().values())
                .allSatisfy(files -> assertThat(files.values()).isNotEmpty().allSatisfy(file -> assertThat(
                                Manifests.KUBERNETES.resolve(file))
                        .isRegularFile()));
    }

    @Test
    void shouldMountAllRulesWhereTheProgramLooksForThem() throws IOException {
        Map<String, String> keys = generated("mitigauge-rules");
        Map<String, String> mounted = new TreeMap<>();
        volume("rules")
                .at("/configMap/items")
                .forEach(item -> mounted.put(
                        item.get("path").textValue(),
                        keys.getOrDefault(item.get("key").textValue(), "no such key")));

        Map<String, String> there = RuleFiles.read(Path.of("rules")).names().stream()
                .collect(Collectors.toMap(name -> name, name -> "../../rules/" + name));
        assertThat(mounted).isEqualTo(new TreeMap<>(there));
        assertThat(keys).hasSameSizeAs(mounted);
        assertThat(mountPath("rules")).isEqualTo(imageEnvironment("MITIGAUGE_PATHS_RULES"));
    }

    /** What the API server takes: a mebibyte, keys included. */
    @Test
    void shouldLeaveTheRulesRoomToGrow() {
        long bytes = generated("mitigauge-rules").values().stream()
                .mapToLong(file -> Manifests.KUBERNETES.resolve(file).toFile().length())
                .sum();

        assertThat(bytes).isLessThan(1_000_000);
    }

    @Test
    void shouldMountEveryVolumeAndVolumesAlone() {
        assertThat(Manifests.stream(container.get("volumeMounts")).map(KubernetesTest::name))
                .containsExactlyInAnyOrderElementsOf(Manifests.stream(pod.get("volumes"))
                        .map(KubernetesTest::name)
                        .toList());
        assertThat(mountPath("data")).isEqualTo(imageEnvironment("MITIGAUGE_PATHS_DATA"));
        assertThat(mountPath("settings")).isEqualTo(imageEnvironment("MITIGAUGE_CONFIG"));
    }

    @Test
    void shouldUseConfigMapsAndSecretsThatAreMade() throws IOException {
        Set<String> maps = new TreeSet<>();
        pod.get("volumes").findValues("configMap").forEach(map -> maps.add(name(map)));
        Map<String, Set<String>> secrets = new TreeMap<>();
        Manifests.all(container, "secretKeyRef").forEach(key -> secrets.computeIfAbsent(name(key), k -> new TreeSet<>())
                .add(key.get("key").textValue()));
        pod.get("volumes").findValues("secret").forEach(secret -> secret.get("items")
                .forEach(
                        item -> secrets.computeIfAbsent(secret.get("secretName").textValue(), k -> new TreeSet<>())
                                .add(item.get("key").textValue())));

        assertThat(generated().keySet()).containsAll(maps);
        assertThat(secrets).isEqualTo(SECRETS);
        String page = Files.readString(PAGE);
        secrets.forEach((secret, keys) -> {
            assertThat(page).contains("create secret generic " + secret);
            keys.forEach(key -> assertThat(page).contains("--from-literal=" + key + "="));
        });
    }

    @Test
    void shouldGiveOnlySettingsThatThereAre() {
        Settings settings = DeployedSettings.of(environment(), directory.resolve("secret"));

        assertThat(settings.of(AccessSettings.class).tokens()).isEqualTo(AccessSettings.REQUIRED);
        assertThat(Manifests.texts(container.get("args"))).containsExactly("serve", "--host", "0.0.0.0");
    }

    @Test
    void shouldReadThePasswordWhereItIsMounted() {
        String file = volume("store-password").at("/secret/items/0/path").textValue();

        assertThat(environment())
                .containsEntry("MITIGAUGE_STORE_PASSWORD_FILE", mountPath("store-password") + "/" + file);
    }

    @Test
    void shouldProbeAndScrapePathsOfTheContract() throws IOException {
        JsonNode contract =
                Manifests.read(Path.of("src/main/resources/openapi.yaml")).get(0);
        List<String> paths = Stream.concat(
                        Manifests.all(container, "httpGet").stream().map(get -> get.get("path")),
                        Stream.of(Manifests.object("ServiceMonitor").at("/spec/endpoints/0/path")))
                .map(JsonNode::textValue)
                .toList();

        assertThat(paths).hasSize(4);
        assertThat(contract.get("paths").fieldNames()).toIterable().containsAll(paths);
    }

    @Test
    void shouldNamePortsThatThereAre() throws IOException {
        String port = container.at("/ports/0/name").textValue();
        JsonNode service = Manifests.object("Service").at("/spec/ports/0");

        assertThat(container.get("ports")).hasSize(1);
        assertThat(container.at("/ports/0/containerPort").intValue())
                .isEqualTo(DeployedSettings.of(environment(), directory.resolve("secret"))
                        .of(HttpSettings.class)
                        .port());
        assertThat(Manifests.all(container, "httpGet"))
                .allSatisfy(get -> assertThat(get.get("port").textValue()).isEqualTo(port));
        assertThat(service.get("targetPort").textValue()).isEqualTo(port);
        assertThat(Manifests.object("ServiceMonitor").at("/spec/endpoints/0/port"))
                .isEqualTo(service.get("name"));
        assertThat(Manifests.object("NetworkPolicy")
                        .at("/spec/ingress/0/ports/0/port")
                        .textValue())
                .isEqualTo(port);
    }

    @Test
    void shouldSelectThePodsOfTheDeployment() throws IOException {
        JsonNode labels = Manifests.object("Deployment").at("/spec/template/metadata/labels");

        assertThat(List.of(
                        Manifests.object("Deployment").at("/spec/selector/matchLabels"),
                        Manifests.object("Service").at("/spec/selector"),
                        Manifests.object("Service").at("/metadata/labels"),
                        Manifests.object("ServiceMonitor").at("/spec/selector/matchLabels"),
                        Manifests.object("PodDisruptionBudget").at("/spec/selector/matchLabels"),
                        Manifests.object("NetworkPolicy").at("/spec/podSelector/matchLabels"),
                        pod.at("/topologySpreadConstraints/0/labelSelector/matchLabels"),
                        pod.at("/topologySpreadConstraints/1/labelSelector/matchLabels")))
                .containsOnly(labels);
        assertThat(Manifests.object("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
                .isEqualTo(Manifests.object("Deployment").at("/metadata/name"));
        assertThat(pod.get("serviceAccountName"))
                .isEqualTo(Manifests.object("ServiceAccount").at("/metadata/name"));
        assertThat(kustomization.get("namespace"))
                .isEqualTo(Manifests.object("Namespace").at("/metadata/name"));
    }

    /** The operator calls a job like the service; the alerts look for that name. */
    @Test
    void shouldBeScrapedAsTheJobThatTheAlertsLookFor() throws IOException {
        JsonNode prometheus =
                Manifests.read(Path.of("config/prometheus/prometheus.yml")).get(0);

        assertThat(Manifests.object("Service").at("/metadata/name"))
                .isEqualTo(prometheus.at("/scrape_configs/0/job_name"));
    }

    @Test
    void shouldStopNoEarlierThanTheProgramDoes() {
        HttpSettings http =
                DeployedSettings.of(environment(), directory.resolve("secret")).of(HttpSettings.class);
        int before = container.at("/lifecycle/preStop/sleep/seconds").intValue();

        assertThat(before).isPositive();
        assertThat(pod.get("terminationGracePeriodSeconds").intValue())
                .isGreaterThanOrEqualTo(before + http.shutdownGraceSeconds() + 5);
    }

    @Test
    void shouldRunConfined() {
        assertThat(pod.get("automountServiceAccountToken").booleanValue()).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser") + ":" + pod.at("/securityContext/runAsGroup"))
                .isEqualTo(Images.instruction("USER"));
        assertThat(pod.at("/securityContext/seccompProfile/type").textValue()).isEqualTo("RuntimeDefault");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").booleanValue())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").booleanValue())
                .isFalse();
        assertThat(Manifests.texts(container.at("/securityContext/capabilities/drop")))
                .containsExactly("ALL");
        assertThat(List.of("cpu", "memory", "ephemeral-storage")).allSatisfy(resource -> {
            assertThat(container.at("/resources/requests/" + resource).isTextual())
                    .isTrue();
            assertThat(container.at("/resources/limits/" + resource).isTextual())
                    .isTrue();
        });
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        container
                .get("env")
                .forEach(each -> environment.put(
                        name(each),
                        each.has("value") ? each.get("value").textValue() : "jdbc:postgresql://store/mitigauge"));
        return environment;
    }

    private Map<String, String> generated(String map) {
        return generated().getOrDefault(map, Map.of());
    }

    /** File by key, by name of the map. */
    private Map<String, Map<String, String>> generated() {
        Map<String, Map<String, String>> maps = new TreeMap<>();
        kustomization.get("configMapGenerator").forEach(map -> {
            Map<String, String> files = maps.computeIfAbsent(name(map), k -> new TreeMap<>());
            Manifests.texts(map.get("files")).forEach(entry -> {
                String file = entry.substring(entry.indexOf('=') + 1);
                String key = entry.contains("=")
                        ? entry.substring(0, entry.indexOf('='))
                        : file.substring(file.lastIndexOf('/') + 1);
                files.put(key, file);
            });
        });
        return maps;
    }

    private JsonNode volume(String name) {
        return named(pod.get("volumes"), name);
    }

    private String mountPath(String volume) {
        return named(container.get("volumeMounts"), volume).get("mountPath").textValue();
    }

    private static String imageEnvironment(String variable) {
        return Images.environment().getOrDefault(variable, "");
    }

    private static JsonNode named(JsonNode list, String name) {
        return Manifests.stream(list)
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode node) {
        return node.get("name").textValue();
    }
}
