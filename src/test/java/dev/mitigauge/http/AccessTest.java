package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.kept.AuditEntry;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.store.SqlStore;
import dev.mitigauge.store.StoreSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Who may call, over a real store. */
@Timeout(120)
class AccessTest {

    private static final AccessSettings QUICK = new AccessSettings("auto", 1, 900);
    private static final AccessSettings REQUIRED = new AccessSettings("required", 1, 900);
    private static final StoreSettings PATIENT = new StoreSettings(null, null, null, 8, 60_000, 10_000, 0, 0);
    private static final String VALIDATE = "/api/v1/rules:validate";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private @Nullable Store store;
    private @Nullable RunningService running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @Test
    void shouldAnswerEverybodyUntilThereIsAToken() {
        start(QUICK);
        assertThat(assess(null).statusCode()).isEqualTo(200);

        add("ci", null, Role.ASSESS);

        HttpResponse<String> response = soon(() -> assess(null), 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"mitigauge\"");
        assertThat(RunningService.tree(response).get("type").textValue())
                .isEqualTo("urn:mitigauge:problem:unauthorized");
        assertThat(RunningService.tree(response).get("remedy").textValue()).contains("mitigauge token create");
        assertThat(service().listener.rejected).contains("unauthorized");
    }

    @Test
    void shouldAskForATokenAtTheApiAloneIfTheSettingsSaySo() {
        start(REQUIRED);

        assertThat(assess(null).statusCode()).isEqualTo(401);
        assertThat(service().post(VALIDATE, "application/json", new byte[0]).statusCode())
                .isEqualTo(401);
        for (String path : List.of("/", "/metrics", "/health/live", "/openapi.yaml")) {
            assertThat(service().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void shouldWriteDownBeforeItStopsWhomItDenied() {
        start(REQUIRED);

        for (int i = 0; i < 10; i++) {
            assess(null);
        }
        service().close();

        assertThat(store().audit().list(null, 100).orElseThrow().items()).hasSize(10);
    }

    @Test
    void shouldAnswerWhoHasTheRoleAndNobodyElse() {
        start(REQUIRED);

        assertThat(assess(add("ci", null, Role.ASSESS).reveal()).statusCode()).isEqualTo(200);
        assertThat(assess(add("root", null, Role.ADMIN).reveal()).statusCode()).isEqualTo(200);
        HttpResponse<String> reader = assess(add("reader", null, Role.READ).reveal());
        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(RunningService.tree(reader).get("detail").textValue())
                .isEqualTo("the token `reader` lacks the role assess");
        HttpResponse<String> stranger = assess(TokenSecret.random().reveal());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"mitigauge\", error=\"invalid_token\"");
        assertThat(assess("nonsense").statusCode()).isEqualTo(401);
        assertThat(assess(add("late", Instant.EPOCH, Role.ADMIN).reveal()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void shouldTakeRulesFromWhoMayWriteThemAlthoughTheSettingsTakeThemFromNobody() {
        start(REQUIRED);
        String writer = "Bearer " + add("desk", null, Role.RULES_WRITE).reveal();

        HttpResponse<String> response = service()
                .post(VALIDATE, "application/json", "{".getBytes(StandardCharsets.UTF_8), "Authorization", writer);

        assertThat(response.statusCode()).as("the body was looked at").isEqualTo(400);
    }

    @Test
    void shouldNoticeThatATokenWasRevoked() {
        start(QUICK);
        String shown = add("ci", null, Role.ASSESS).reveal();
        assertThat(assess(shown).statusCode()).isEqualTo(200);

        store().tokens().revoke("ci", Instant.now()).orElseThrow();

        assertThat(soon(() -> assess(shown), 401).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldReadABodyThatCameWhileTheTokenWasLookedUp() {
        start(REQUIRED);
        String shown = "Bearer " + add("ci", null, Role.ASSESS).reveal();

        HttpResponse<String> response = service().assess("text/plain", "x".repeat(1_000_000), "Authorization", shown);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void shouldWriteDownWhomItDeniedAndNotWhatTheyShowed() {
        start(REQUIRED);
        String stranger = TokenSecret.random().reveal();
        String reader = add("reader", null, Role.READ).reveal();
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.addAppender(logged);
        root.setLevel(Level.DEBUG);

        HttpResponse<String> first = assess(stranger);
        HttpResponse<String> second = assess(reader);

        List<AuditEntry> entries = awaitDenied(2);
        root.detachAppender(logged);
        root.setLevel(before);
        assertThat(entries)
                .extracting(entry -> entry.event().who(), entry -> entry.event().target())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("127.0.0.1", "POST /api/v1/assessments"),
                        Tuple.tuple("reader", "POST /api/v1/assessments"));
        String all = entries + first.body() + second.body() + logged.list + service().listener.rejected;
        assertThat(all).doesNotContain(stranger).doesNotContain(reader);
        assertThat(service().listener.rejected).containsExactlyInAnyOrder("unauthorized", "forbidden");
    }

    @Test
    void shouldBoundWhatIsWrittenDown() {
        start(REQUIRED);

        for (int i = 0; i < 60; i++) {
            assertThat(assess(null).statusCode()).isEqualTo(401);
        }

        assertThat(awaitDenied(20).size()).isLessThan(60);
    }

    @Test
    void shouldGoOnAssessingWhileTheStoreIsAway() {
        store = SqlStore.sqlite(directory.resolve("missing/mitigauge.db"), StoreSettings.DEFAULT);
        begin(QUICK);

        assertThat(assess(null).statusCode()).isEqualTo(200);
        HttpResponse<String> unknown = assess(TokenSecret.random().reveal());
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).contains("5");
        assertThat(RunningService.tree(unknown).get("type").textValue()).isEqualTo("urn:mitigauge:problem:away");
        assertThat(unknown.body()).doesNotContain(directory.toString());
        HttpResponse<String> rules = service().post(VALIDATE, "application/json", new byte[0]);
        assertThat(rules.statusCode()).isEqualTo(503);
    }

    @Test
    void shouldListenToOthersOnceThereIsAToken() {
        store = SqlStore.sqlite(directory.resolve("mitigauge.db"), PATIENT);
        HttpSettings everywhere = HttpSettings.DEFAULT.listeningAt("0.0.0.0", 0);

        Started open = started(everywhere, QUICK);
        add("ci", null, Role.ASSESS);
        HttpService closed = LifeTest.service(everywhere, kept(), QUICK);
        Started listening = closed.start().toCompletableFuture().join();
        closed.stop().toCompletableFuture().join();

        assertThat(open).isInstanceOfSatisfying(Started.Refused.class, refused -> assertThat(refused.remedy())
                .contains("mitigauge token create", "--allow-open"));
        assertThat(listening).isInstanceOf(Started.Listening.class);
    }

    @Test
    void shouldNotRequireTokensThatCannotBeThere() {
        HttpService service = LifeTest.service(RunningService.SETTINGS, Optional.empty(), REQUIRED);

        assertThat(service.start().toCompletableFuture().join())
                .isInstanceOfSatisfying(Started.Refused.class, refused -> assertThat(refused.message())
                        .startsWith("tokens are required, but nothing is kept"));
    }

    private Started started(HttpSettings http, AccessSettings access) {
        return LifeTest.service(http, kept(), access)
                .start()
                .toCompletableFuture()
                .join();
    }

    private void start(AccessSettings access) {
        store = SqlStore.sqlite(directory.resolve("mitigauge.db"), PATIENT);
        begin(access);
    }

    private void begin(AccessSettings access) {
        running = new RunningService(
                RunningService.SETTINGS, RuleWriteSettings.DEFAULT, Trials.shipped(), kept(), access);
    }

    private Optional<KeptParts> kept() {
        Assessor assessor = new Assessor(
                Trials.rules(),
                IngestSettings.DEFAULT,
                AssessmentSettings.DEFAULT,
                new RecordingListener(),
                Clock.systemUTC());
        return Optional.of(new KeptParts(
                store(),
                new RuleSwitch(assessor, null, Clock.systemUTC()),
                Trials.shipped(),
                WaiverSettings.DEFAULT,
                Trials.stricter(),
                OwnTableSettings.DEFAULT,
                EventSettings.DEFAULT));
    }

    private TokenSecret add(String name, @Nullable Instant expires, Role role) {
        TokenSecret secret = TokenSecret.random();
        Token token = new Token(secret.id(), name, Set.of(role), null, Instant.now(), expires, null);
        assertThat(store().tokens().add(token, secret).orElseThrow()).isTrue();
        return secret;
    }

    private HttpResponse<String> assess(@Nullable String token) {
        return token == null
                ? service().assess("text/plain", "x")
                : service().assess("text/plain", "x", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> soon(Supplier<HttpResponse<String>> call, int status) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> response = call.get();
        while (response.statusCode() != status && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            response = call.get();
        }
        assertThat(response.statusCode()).isEqualTo(status);
        return response;
    }

    private List<AuditEntry> awaitDenied(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<AuditEntry> entries = store().audit().list(null, 100).orElseThrow().items();
        while (entries.size() < count && System.nanoTime() < deadline) {
            entries = store().audit().list(null, 100).orElseThrow().items();
        }
        assertThat(entries)
                .hasSizeGreaterThanOrEqualTo(count)
                .allSatisfy(entry -> assertThat(entry.event().outcome()).isEqualTo("denied"));
        return entries;
    }

    private Store store() {
        assertThat(store).isNotNull();
        return store;
    }

    private RunningService service() {
        assertThat(running).isNotNull();
        return running;
    }
}
