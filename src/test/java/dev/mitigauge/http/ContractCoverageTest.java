package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.assessment.ActivationLog;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.Checkouts;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.assessment.kept.Tokens;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.store.SqlStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every status of every operation that the contract lists is provoked and held against it, or it says here why not. */
@Timeout(300)
class ContractCoverageTest {

    private static final int MOST_BYTES = 50_000;

    /** Statuses that nothing here provokes, with the reason, or the test that does. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry("GET /api/v1/events 200", "EventStreamsTest: a stream has no end"),
            Map.entry("POST /api/v1/assessments 409", "OwnTablesTest: the rules change below the tables of a project"),
            Map.entry(
                    "POST /api/v1/projects/{project}/assessments 409",
                    "OwnTablesTest: the rules change below the tables of a project"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path directory;

    private final ContractWalk walk;
    private final Map<String, String> values = new HashMap<>(Map.of(
            "project", "shop", "waiver", "w-1", "table", "thresholds", "rule", "CLM-001", "name", FakeLevels.PACKAGE));

    @SuppressWarnings("NullAway.Init") // before each test
    private Store store;

    @SuppressWarnings("NullAway.Init") // before each test
    private ActivationLog log;

    @SuppressWarnings("NullAway.Init") // before each test
    private TokenSecret admin;

    private final AtomicReference<Runnable> whileChecking = new AtomicReference<>(() -> {});
    private Supplier<RuleSet> judging = Trials::rules;
    private Consumer<RuleSet> activating = rules -> {};

    ContractCoverageTest() throws IOException {
        walk = new ContractWalk(new Contract(Resource.read("/openapi.yaml")));
    }

    @BeforeEach
    void open() {
        store = SqlStore.sqlite(directory.resolve("mitigauge.db"), KeptService.PATIENT);
        log = new ActivationLog(store.rules(), Duration.ofSeconds(1));
        admin = token("admin", Role.ADMIN);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    @Test
    void shouldAnswerEveryStatusThatItListsAsItDescribesIt() {
        try (RunningService running = running(store, TrafficSettings.DEFAULT)) {
            sawWhatWorks(running);
            sawWhoMayNot(running);
            sawWhatIsNoRequest(running);
            sawTheEnd(running);
        }
        sawNothingKept();
        sawTooMany();
        sawSlowBodies();
        sawFailures();

        System.out.println(walk.coverage(EXCUSED));
        assertThat(walk.broken()).isEmpty();
        Set<String> open = new TreeSet<>(walk.listed());
        open.removeAll(walk.seen());
        assertThat(open).as("statuses that nothing provokes").isEqualTo(new TreeSet<>(EXCUSED.keySet()));
    }

    @Test
    void shouldKnowACallOfEveryOperation() {
        SortedSet<String> known = ContractCalls.ALL.stream()
                .map(call -> call.method() + " " + call.template())
                .collect(Collectors.toCollection(TreeSet::new));

        SortedSet<String> listed = walk.listed().stream()
                .map(status -> status.substring(0, status.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(known);
    }

    private void sawWhatWorks(RunningService running) {
        saw(running, "POST", "/api/v1/assessments", 200);
        saw(running, ContractCalls.of("POST", "/api/v1/assessments").withQuery("?project=shop"), 201);
        Answered kept = saw(running, "POST", "/api/v1/projects/{project}/assessments", 201);
        values.put("id", kept.json().get("id").asText());
        sawActivation(running);
        for (ContractCalls call : ContractCalls.ALL) {
            boolean made = call.method().equals("PUT")
                    && listed(call, 201)
                    && !call.template().equals("/api/v1/projects/{project}");
            if (made) {
                saw(running, call, 201);
            }
            if ((call.method().equals("GET")
                            && !Set.of("/health/ready", "/api/v1/events").contains(call.template()))
                    || call.method().equals("PUT")
                    || Set.of("/api/v1/assessments:simulate", "/api/v1/rules:validate", "/api/v1/rules:preview")
                            .contains(call.template())) {
                Answered answer = saw(running, call, 200);
                answer.header("ETag")
                        .filter(tag ->
                                call.method().equals("GET") && walk.listed().contains(place(call, 304)))
                        .ifPresent(tag -> saw(running, call, 304, "If-None-Match", tag));
            }
        }
        values.put("project", "bank");
        saw(running, "PUT", "/api/v1/projects/{project}", 201);
        values.put("project", "shop");
        saw(running, "GET", "/health/ready", 503);
        running.warmUp.countDown();
        await(running.service::ready);
        saw(running, "GET", "/health/ready", 200);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    private void sawActivation(RunningService running) {
        ContractCalls activation = ContractCalls.of("POST", "/api/v1/rules:activate");
        saw(running, "POST", "/api/v1/rules:rollback", 404);
        saw(running, activation.withBody("{\"digest\":\"sha256:" + "0".repeat(64) + "\"}"), 404);
        Answered activated = saw(running, activation, 200);
        values.put("digest", activated.json().at("/activation/digest").asText());
        saw(running, activation.withBody(activation.body().replace("HIGH,6", "HIGH,7")), 200);
        saw(running, "POST", "/api/v1/rules:rollback", 200);
        RuleSet kept = judging.get();
        meanwhile(Trials.rules());
        saw(running, "POST", "/api/v1/rules:rollback", 409);
        assertThat(judging.get()).isEqualTo(Trials.rules());
        meanwhile(kept);
        saw(running, activation, 409);
        assertThat(judging.get()).isEqualTo(kept);
    }

    /** Has another set become active as soon as the next one is being checked. */
    private void meanwhile(RuleSet other) {
        whileChecking.set(() -> activating.accept(other));
    }

    /** The rules that judge, and something that happens between the look at them and whatever is made of it. */
    private RuleSet look() {
        RuleSet seen = judging.get();
        whileChecking.getAndSet(() -> {}).run();
        return seen;
    }

    private void sawWhoMayNot(RunningService running) {
        TokenSecret reader = token("reader", Role.READ);
        TokenSecret writer = token("writer", Role.RULES_WRITE);
        for (ContractCalls call : guarded()) {
            walk.saw(call.method(), call.template(), 401, send(running, call, null));
            boolean reads = call.method().equals("GET");
            walk.saw(call.method(), call.template(), 403, send(running, call, reads ? writer : reader));
        }
    }

    private void sawWhatIsNoRequest(RunningService running) {
        for (ContractCalls call : ContractCalls.ALL) {
            if (listed(call, 415)) {
                saw(running, call.withType("image/png"), 415);
                saw(running, call.withBody("x".repeat(MOST_BYTES + 1)), 413);
            }
            if (listed(call, 400)) {
                saw(running, call.withType(ContractCalls.JSON).withBody("{"), 400);
            }
            if (listed(call, 406)) {
                saw(running, call, 406, "Accept", "image/png");
            }
            if (listed(call, 412)) {
                saw(running, call, 412, "If-Match", "\"99\"");
            }
            if (listed(call, 422) && call.method().equals("DELETE")) {
                saw(running, call, 422, "If-None-Match", "no tag");
            } else if (listed(call, 422)) {
                saw(running, unclear(call), 422);
            }
        }
    }

    private static ContractCalls unclear(ContractCalls call) {
        if ("text/csv".equals(call.type())) {
            return call.withBody("profile,ready\nproduction,1\n");
        } else if (call.sends()) {
            return call.withType(ContractCalls.JSON).withBody("{\"nothing\":1}");
        }
        return call.withQuery("?nothing=1");
    }

    private void sawTheEnd(RunningService running) {
        saw(running, "DELETE", "/api/v1/projects/{project}", 428);
        for (ContractCalls call : ContractCalls.ALL) {
            if (listed(call, 204)) {
                saw(running, call, 204, "If-Match", "*");
            }
        }
    }

    private void sawNothingKept() {
        try (RunningService running = new RunningService(settings(30), RunningService.LOCAL, Trials.shipped())) {
            for (ContractCalls call : ContractCalls.ALL) {
                if (listed(call, 404) && !walk.seen().contains(place(call, 404))) {
                    walk.saw(call.method(), call.template(), 404, send(running, missing(call), null));
                }
            }
        }
    }

    private ContractCalls missing(ContractCalls call) {
        return switch (call.template()) {
            case "/api/v1/assessments" -> call.withQuery("?project=shop");
            case "/api/v1/loggers/{name}" ->
                new ContractCalls(call.method(), "/api/v1/loggers/nobody", "", call.type(), call.body());
            case "/api/v1/rules/{id}" -> new ContractCalls("GET", "/api/v1/rules/NONE-1", "", null, "");
            case "/api/v1/rules:preview" ->
                call.withBody(call.body().replaceAll("\"documents\".*", "\"against\":\"stored\"}"));
            default -> call;
        };
    }

    private void sawTooMany() {
        TrafficSettings few = new TrafficSettings(100, 8_192, 60, 200, 0, 1);
        try (RunningService running = running(store, few)) {
            send(running, ContractCalls.of("GET", "/api/v1/projects"), admin);
            for (ContractCalls call : guarded()) {
                saw(running, call, 429);
            }
        }
    }

    private void sawSlowBodies() {
        List<ContractCalls> calls =
                ContractCalls.ALL.stream().filter(call -> listed(call, 408)).toList();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (RunningService running = running(store, TrafficSettings.DEFAULT, settings(1))) {
            List<CompletableFuture<Answered>> answers = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(
                            () -> Answered.toUnfinished(running.port, unfinished(call)), threads))
                    .toList();
            for (int i = 0; i < calls.size(); i++) {
                ContractCalls call = calls.get(i);
                walk.saw(call.method(), call.template(), 408, answers.get(i).join());
            }
        } finally {
            threads.shutdown();
        }
    }

    private String unfinished(ContractCalls call) {
        return call.method() + " " + call.path(values) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + call.type()
                + "\r\nAuthorization: Bearer " + admin.reveal() + "\r\nContent-Length: 100\r\n\r\nslow";
    }

    /** A store that is away, and one that fails in a way that nobody has thought of. */
    private void sawFailures() {
        Supplier<Stored<Optional<Token>>> away =
                () -> new Stored.Unavailable<>(new Outage(Outage.Cause.READ_ONLY, "for a test"));
        Supplier<Stored<Optional<Token>>> failing = () -> {
            throw new IllegalStateException("for a test");
        };
        for (Map.Entry<Integer, Supplier<Stored<Optional<Token>>>> failure :
                Map.of(503, away, 500, failing).entrySet()) {
            try (RunningService running = running(with(failure.getValue()), TrafficSettings.DEFAULT)) {
                for (ContractCalls call : guarded()) {
                    saw(running, call, failure.getKey());
                }
            }
        }
    }

    private Answered saw(RunningService running, String method, String template, int status) {
        return saw(running, ContractCalls.of(method, template), status);
    }

    private Answered saw(RunningService running, ContractCalls call, int status, String... headers) {
        Answered response = send(running, call, admin, headers);
        walk.saw(call.method(), call.template(), status, response);
        return response;
    }

    private Answered send(RunningService running, ContractCalls call, @Nullable TokenSecret shown, String... headers) {
        return Answered.of(running.send(request(running, call, shown, headers)));
    }

    private HttpRequest.Builder request(
            RunningService running, ContractCalls call, @Nullable TokenSecret shown, String... headers) {
        HttpRequest.Builder request =
                running.to(call.path(values)).method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        String type = call.type();
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (shown != null) {
            request.header("Authorization", "Bearer " + shown.reveal());
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private List<ContractCalls> guarded() {
        return ContractCalls.ALL.stream().filter(ContractCalls::guarded).toList();
    }

    private boolean listed(ContractCalls call, int status) {
        return walk.listed().contains(place(call, status));
    }

    private static String place(ContractCalls call, int status) {
        return call.method() + " " + call.template() + " " + status;
    }

    private TokenSecret token(String name, Role role) {
        TokenSecret secret = TokenSecret.random();
        Token token = new Token(secret.id(), name, Set.of(role), null, Instant.now(), null, null);
        assertThat(store.tokens().add(token, secret).orElseThrow()).isTrue();
        return secret;
    }

    private RunningService running(Store kept, TrafficSettings traffic) {
        return running(kept, traffic, settings(120));
    }

    private RunningService running(Store kept, TrafficSettings traffic, HttpSettings settings) {
        Assessor assessor = new Assessor(
                Trials.rules(),
                IngestSettings.DEFAULT,
                AssessmentSettings.DEFAULT,
                new RecordingListener(),
                Clock.systemUTC(),
                Checkouts.NONE,
                Trials.stricter());
        judging = assessor::rules;
        activating = assessor::activate;
        RunningService running = new RunningService(
                settings,
                RunningService.LOCAL,
                Trials.of(assessor::rules),
                Optional.of(new KeptParts(
                        kept,
                        new RuleSwitch(assessor, log, Clock.systemUTC()),
                        Trials.of(this::look),
                        new WaiverSettings(180, 3),
                        Trials.stricter(),
                        new OwnTableSettings(10, 400),
                        EventSettings.DEFAULT)),
                new AccessSettings(AccessSettings.REQUIRED, 1, 0),
                assessor::rules,
                new Front(Optional.empty(), traffic, CorsSettings.DEFAULT, OidcSettings.DEFAULT));
        running.assessments.answering(assessor::assess);
        return running;
    }

    private static HttpSettings settings(int timeoutSeconds) {
        return new HttpSettings("127.0.0.1", 0, false, 0, 0, 64, 32_768, MOST_BYTES, 1 << 26, timeoutSeconds, 5, 0);
    }

    /** The store, which finds tokens in another way. */
    private Store with(Supplier<Stored<Optional<Token>>> found) {
        Tokens tokens = instead(Tokens.class, store.tokens(), "find", found);
        return instead(Store.class, store, "tokens", () -> tokens);
    }

    private static <T> T instead(Class<T> type, T real, String method, Supplier<?> answer) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.get();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return type.cast(proxy);
    }
}
