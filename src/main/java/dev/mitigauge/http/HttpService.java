package dev.mitigauge.http;

import dev.mitigauge.assessment.Tracing;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.http.contract.RequestContract;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service: listens, answers, stops. Each instance is started once and stopped once; several may live in one process.
 */
public final class HttpService {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    /** Assessments have a pool of their own; what is left to Vert.x's is the text of the metrics. */
    private static final int SCRAPE_THREADS = 1;

    /** The store is asked beside assessments, which must go on while it does not answer. */
    private static final int STORE_THREADS = 4;

    private static final int STORE_QUEUE = 256;

    private static final int IDENTITY_THREADS = 2;

    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private final HttpSettings settings;
    private final HttpParts parts;
    private final Vertx vertx;
    private final AssessmentPool pool;
    private final AssessmentPool storePool;

    /** Assesses and keeps: beside those who only assess, and beside those who ask for tokens, whichever of them has to wait. */
    private final AssessmentPool projectPool;

    /** Checks tokens of an issuer, which may be slow to give its keys. */
    private final AssessmentPool identityPool;

    private final Access access;
    private final Doorkeeper door;
    private final ContractGuard guard;
    private final Health health;
    private final EventStreams events;
    private final List<Route> routes;
    private volatile @Nullable TlsWatch certificate;

    /** One for each event loop. */
    private final List<Admission> admissions = new CopyOnWriteArrayList<>();

    private final Thread warmUp = new Thread(this::warmUp, "warm-up");

    /** A service that does not listen yet. */
    public HttpService(HttpSettings settings, HttpParts parts) {
        this(settings, parts, Resource.read("/openapi.yaml"));
    }

    /** @param contract that it serves and holds requests to */
    HttpService(HttpSettings settings, HttpParts parts, byte[] contract) {
        this.guard = new ContractGuard(RequestContract.of(contract), parts.assessmentListener());
        this.settings = settings;
        this.parts = parts;
        this.vertx = vertx(settings, parts.httpListener());
        this.pool = new AssessmentPool("assessments", settings.workerThreads(), settings.queue());
        this.identityPool = new AssessmentPool("identity", IDENTITY_THREADS, STORE_QUEUE);
        this.storePool = new AssessmentPool("store", STORE_THREADS, STORE_QUEUE);
        this.projectPool = new AssessmentPool("project", settings.workerThreads(), settings.queue());
        this.access = new Access(
                parts.access(),
                parts.kept()
                        .map(kept -> new KnownTokens(
                                kept.store().tokens(), parts.access(), carrying(storePool), Clock.systemUTC()))
                        .orElse(null),
                oidc(parts.front().oidc(), parts.tracing()));
        this.door = new Doorkeeper(
                access,
                parts.kept()
                        .map(kept -> new DeniedCalls(
                                kept.store().audit(), storePool::execute, Clock.systemUTC(), System::nanoTime))
                        .orElse(null),
                parts.assessmentListener(),
                parts.front().traffic());
        BodyBudget budget = new BodyBudget(settings.maxBufferedBytes());
        this.health = new Health(parts.rules(), parts.version());
        Uploads uploads = new Uploads(settings, pool, budget, parts.assessmentListener());
        Uploads fromStore = new Uploads(settings, storePool, budget, parts.assessmentListener());
        ProjectGate gate = new ProjectGate(parts.kept().isPresent(), door);
        StoreReads reads = new StoreReads(parts.kept().isPresent(), fromStore);
        StoreWrites writes = new StoreWrites(parts.kept(), reads, gate);
        this.events = new EventStreams(parts.kept(), door, storePool);
        this.routes = Routes.of(
                contract,
                new AssessmentHandler(settings, parts, uploads, projectPool, gate, new ProjectCall(parts, gate, door)),
                new RulesHandler(settings, parts, uploads, door),
                new RuleSetsHandler(parts.kept(), reads),
                health,
                parts.scrape(),
                new RulesRoutes(parts.active()),
                new ProjectReads(parts.kept(), reads, gate),
                new AssessmentReads(parts.kept(), reads, gate),
                new ProjectWrites(writes, parts.active()),
                new WaiversHandler(
                        reads,
                        writes,
                        gate,
                        parts.kept().map(KeptParts::waivers).orElse(WaiverSettings.DEFAULT)),
                new OwnTablesHandler(reads, writes, gate, parts.kept()),
                new LoggersHandler(parts.levels(), reads, writes),
                events);
        routes.forEach(guard::operation);
    }

    /** Listens, and starts to warm up. Never completes exceptionally; a service that was refused needs no stopping. */
    public CompletionStage<Started> start() {
        Optional<Started> reason = reasonNotToListen();
        if (reason.isPresent()) {
            return stop().thenApply(stopped -> reason.get());
        }
        try {
            return listen(
                    parts.front().tls().isEmpty()
                            ? null
                            : parts.front().tls().get().read(vertx));
        } catch (TlsFailure e) {
            return stop().thenApply(stopped -> new Started.Refused(String.valueOf(e.getMessage()), e.remedy()));
        }
    }

    private CompletionStage<Started> listen(@Nullable TlsIdentity identity) {
        AtomicInteger port = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        Dispatch dispatch =
                new Dispatch(routes, parts.front(), door, guard, parts.assessmentListener(), parts.tracing());
        List<HttpVerticle> verticles = new CopyOnWriteArrayList<>();
        return vertx.deployVerticle(
                        () -> {
                            Admission admission = new Admission(parts.front().traffic());
                            admissions.add(admission);
                            HttpVerticle verticle = new HttpVerticle(
                                    settings,
                                    parts.front().traffic(),
                                    identity == null ? null : identity.pem(),
                                    dispatch,
                                    new Connections(parts.front().traffic(), open, parts.assessmentListener()),
                                    admission,
                                    port::set);
                            verticles.add(verticle);
                            return verticle;
                        },
                        new DeploymentOptions().setInstances(settings.eventLoopThreads()))
                .toCompletionStage()
                .<Started>thenApply(id -> {
                    watchCertificate(identity, verticles);
                    return listening(identity != null, port.get());
                })
                .exceptionally(this::refused)
                .thenCompose(this::stopIfRefused);
    }

    /**
     * Takes no new connection, lets requests in flight come to their end for the time that the settings give, and ends all threads. Never
     * completes exceptionally.
     */
    public CompletionStage<Void> stop() {
        health.stopping();
        warmUp.interrupt();
        // Readers of events would stay for as long as a stop waits.
        events.close();
        // Undeploying shuts each server down in its own time; only then the event loops go.
        return Future.join(vertx.deploymentIDs().stream().map(vertx::undeploy).toList())
                // Calls that were denied a moment ago may still have to be written down.
                .transform(stopped -> vertx.executeBlocking(
                        () -> {
                            storePool.drain(LAST_WRITES);
                            return true;
                        },
                        false))
                .transform(drained -> {
                    pool.close();
                    storePool.close();
                    projectPool.close();
                    identityPool.close();
                    return vertx.close();
                })
                .onFailure(failure -> LOG.warn("the service did not stop cleanly", failure))
                .otherwiseEmpty()
                .toCompletionStage();
    }

    /** Its pools of threads: for large requests, for the store, for what is judged to be kept there, and for who callers are. */
    public List<PoolView> pools() {
        return List.of(pool.view(), storePool.view(), projectPool.view(), identityPool.view());
    }

    /** Longest time in the last second that requests waited for one of its event loops. */
    public Duration delay() {
        return Duration.ofNanos(admissions.stream()
                .mapToLong(admission -> admission.delay().longest())
                .max()
                .orElse(0));
    }

    /** Whether requests may be sent to it, as {@code /health/ready} says. */
    public boolean ready() {
        return health.isReady();
    }

    /** How many readers of events there are. */
    public int eventStreams() {
        return events.count();
    }

    /** From when on nobody believes the certificate that it shows; nothing for plain HTTP, or before it listens. */
    public Optional<Instant> certificateExpiry() {
        return Optional.ofNullable(certificate).map(TlsWatch::expiry);
    }

    /** The words under which it tells its listener of requests that it turned away. */
    public static List<String> reasons() {
        return Stream.concat(Stream.of(Trouble.values()).map(Trouble::reason), Stream.of(Connections.REASON))
                .toList();
    }

    /** Methods and paths that it answers to, such as {@code GET /metrics}. */
    List<String> routes() {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    private void watchCertificate(@Nullable TlsIdentity identity, List<HttpVerticle> verticles) {
        if (identity != null) {
            TlsWatch watch =
                    new TlsWatch(parts.front().tls().orElseThrow(), identity, renewed -> Future.join(verticles.stream()
                                    .map(verticle -> verticle.show(renewed))
                                    .toList())
                            .map(true));
            watch.start(vertx);
            certificate = watch;
        }
    }

    private Started listening(boolean secure, int port) {
        warmUp.setDaemon(true);
        warmUp.start();
        return new Started.Listening(secure, settings.host(), port);
    }

    private void warmUp() {
        try {
            parts.warmUp().run();
        } catch (RuntimeException | Error e) {
            LOG.warn("the warm-up failed; the first requests will be slow", e);
        }
        health.warm();
    }

    private Optional<Started> reasonNotToListen() {
        try {
            boolean loopback = InetAddress.getByName(settings.host()).isLoopbackAddress();
            if (parts.kept().isEmpty()
                    && parts.access().required()
                    && parts.front().oidc().issuer() == null) {
                return Optional.of(new Started.Refused(
                        "tokens are required, but nothing is kept, so there can be none",
                        "name a data directory with --data (`paths.data`), or set `access.tokens` to auto"));
            }
            return loopback || settings.allowOpen() ? Optional.empty() : reasonNotToBeReached();
        } catch (UnknownHostException e) {
            return Optional.of(new Started.Refused(
                    "unknown host `" + settings.host() + "`",
                    "set --host (`http.host`) to an address of this machine"));
        }
    }

    private Optional<Started> reasonNotToBeReached() {
        Stored<Boolean> closed = access.closed();
        if (closed instanceof Stored.Unavailable<Boolean> unavailable) {
            return Optional.of(new Started.Refused(
                    "other machines can reach `" + settings.host() + "`, and whether there are tokens is not known: "
                            + unavailable.outage().reason(),
                    "bring the store back, or set `access.tokens` to required"));
        }
        return closed.orElseThrow()
                ? Optional.empty()
                : Optional.of(new Started.Refused(
                        "other machines can reach `" + settings.host() + "`, and anybody may use this service",
                        "create a token (`mitigauge token create`), listen at 127.0.0.1, or say with --allow-open"
                                + " (`http.allowOpen`) that this is meant"));
    }

    private Started refused(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.debug("the service can't listen", failure);
        String place = settings.host() + ":" + settings.port();
        return new Started.Refused(
                "can't listen at " + place + ": " + cause.getMessage(),
                "set --port (`http.port`) to one that is free, and --host (`http.host`) to an address of this machine");
    }

    private CompletionStage<Started> stopIfRefused(Started started) {
        return started instanceof Started.Refused
                ? stop().thenApply(stopped -> started)
                : CompletableFuture.completedStage(started);
    }

    private @Nullable OidcTokens oidc(OidcSettings settings, Tracing tracing) {
        String issuer = settings.issuer();
        return issuer == null ? null : new OidcTokens(settings, issuer, carrying(identityPool), tracing);
    }

    /** Who is asked for a request is asked in its trace. */
    private Executor carrying(AssessmentPool threads) {
        return work -> threads.execute(parts.tracing().carried(work));
    }

    private static Vertx vertx(HttpSettings settings, HttpListener listener) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(settings.eventLoopThreads())
                .setWorkerPoolSize(SCRAPE_THREADS)
                // Nothing is served from files, so nothing needs to be written: the file system may be read-only.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        options.getMetricsOptions().setEnabled(true);
        return Vertx.builder()
                .with(options)
                .withMetrics(ServerMetrics.factory(listener))
                .build();
    }
}
