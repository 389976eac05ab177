package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessments;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.KnownAnswers;
import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.StoredFacts;
import dev.mitigauge.assessment.StricterSets;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.checkout.CheckoutSettings;
import dev.mitigauge.checkout.GitCheckouts;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.http.AccessSettings;
import dev.mitigauge.http.CorsSettings;
import dev.mitigauge.http.Front;
import dev.mitigauge.http.HttpParts;
import dev.mitigauge.http.HttpService;
import dev.mitigauge.http.HttpSettings;
import dev.mitigauge.http.KeptParts;
import dev.mitigauge.http.OidcSettings;
import dev.mitigauge.http.PoolView;
import dev.mitigauge.http.Renderer;
import dev.mitigauge.http.RuleWriteSettings;
import dev.mitigauge.http.Scrape;
import dev.mitigauge.http.Started;
import dev.mitigauge.http.TlsSettings;
import dev.mitigauge.http.TrafficSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.metrics.Metrics;
import dev.mitigauge.metrics.MetricsSettings;
import dev.mitigauge.report.JsonReport;
import dev.mitigauge.report.TextOptions;
import dev.mitigauge.report.TextReport;
import dev.mitigauge.rules.Certificates;
import dev.mitigauge.rules.KnownFacts;
import dev.mitigauge.rules.LastGoodRules;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import dev.mitigauge.tracing.TracingSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the service together: rules behind the use case, the use case behind HTTP, metrics beside both. */
final class ServiceWiring {

    private final String version;
    private final Path workingDirectory;

    ServiceWiring(String version, Path workingDirectory) {
        this.version = version;
        this.workingDirectory = workingDirectory;
    }

    /** Starts it; what is wrong with directory or address is told as faults. */
    Outcome<Workshop.Service> start(Settings settings, StartRules rules) {
        Outcome<Path> data = DataDirectory.of(settings.of(PathSettings.class), workingDirectory);
        return data.then(directory -> listen(settings, rules, directory));
    }

    private Outcome<Workshop.Service> listen(Settings settings, StartRules asked, Path data) {
        Metrics metrics = new Metrics(settings.of(MetricsSettings.class), version, Clock.systemUTC());
        ServiceTracing traced = ServiceTracing.of(settings.of(TracingSettings.class), version, metrics);
        AccessLog accessLog = LogOutput.serve(settings.of(LogSettings.class));
        metrics.watchAccessLog(accessLog::dropped);
        AssessmentListener listener = traced.stages().apply(metrics.assessments());
        Optional<ServiceStore> kept = ServiceStore.open(settings, workingDirectory, metrics, traced, version);
        @Nullable
        Long seen = kept.isPresent() ? SharedRules.newest(kept.get().store().rules()) : null;
        StartRules found = kept.map(open -> new RememberedRules(open.store().rules(), asked.source()).over(asked))
                .orElse(asked);
        RuleSet rules = found.rules();
        StricterSets stricter = stricter(settings, found.source());
        Assessor assessor = new Assessor(
                rules,
                settings.of(IngestSettings.class),
                settings.of(AssessmentSettings.class),
                listener,
                Clock.systemUTC(),
                GitCheckouts.allowed(workingDirectory, settings.of(CheckoutSettings.class)),
                stricter);
        KnownFacts stored = kept.map(open -> facts(settings, open, assessor)).orElse(KnownFacts.NONE);
        StartRules start = found.knowing(stored);
        RuleSwitch ruleSwitch =
                new RuleSwitch(assessor, kept.map(ServiceStore::log).orElse(null), Clock.systemUTC());
        LiveRules live = new LiveRules(
                ruleSwitch,
                listener,
                start,
                settings.of(RulesSettings.class),
                settings.of(PathSettings.class).data() == null ? null : new LastGoodRules(data));
        HttpService service = new HttpService(
                settings.of(HttpSettings.class),
                parts(
                        settings,
                        rules,
                        assessor,
                        metrics,
                        new Told(listener, traced, accessLog),
                        live,
                        trials(settings, assessor, candidates(settings, start.source(), stored)),
                        kept.map(open -> new KeptParts(
                                open.store(),
                                ruleSwitch,
                                trials(
                                        settings,
                                        assessor,
                                        start.source().keepingNothing().requiringCases()),
                                settings.of(WaiverSettings.class),
                                stricter,
                                settings.of(OwnTableSettings.class),
                                settings.of(EventSettings.class)))));
        watch(metrics, service);
        Started started = service.start().toCompletableFuture().join();
        if (started instanceof Started.Listening listening) {
            live.start(service::ready);
            Optional<SharedRules> shared = kept.map(open -> new SharedRules(
                    open.store().rules(),
                    start.source().keepingNothing().requiringCases(),
                    ruleSwitch,
                    live::refused,
                    seen));
            shared.ifPresent(others -> look(others, settings.of(ReplicaSettings.class)));
            return new Outcome.Made<>(
                    new ListeningService(service, metrics, live, shared, kept, traced, accessLog, listening));
        }
        metrics.close();
        kept.ifPresent(ServiceStore::close);
        traced.close();
        accessLog.close();
        Started.Refused refused = (Started.Refused) started;
        return new Outcome.Invalid<>(List.of(new Fault("serve", 0, 0, refused.message(), refused.remedy(), null)));
    }

    private static void look(SharedRules others, ReplicaSettings how) {
        if (how.rulesSeconds() > 0) {
            others.start(Duration.ofSeconds(how.rulesSeconds()));
        }
    }

    private static void watch(Metrics metrics, HttpService service) {
        metrics.watchReadiness(service::ready);
        metrics.watchDelay(service::delay);
        metrics.watchCertificate(service::certificateExpiry);
        metrics.watchEventStreams(service::eventStreams);
        for (PoolView pool : service.pools()) {
            metrics.watchPool(pool.name(), pool.size(), pool.capacity(), pool.active(), pool.waiting(), pool.refused());
        }
        metrics.expectRejections(HttpService.reasons());
        metrics.expectRejections(Assessor.reasons());
    }

    /** Who is told of what the service does. */
    private record Told(AssessmentListener listener, ServiceTracing tracing, AccessLog access) {}

    private HttpParts parts(
            Settings settings,
            RuleSet rules,
            Assessor assessor,
            Metrics metrics,
            Told told,
            LiveRules live,
            RuleTrials trials,
            Optional<KeptParts> kept) {
        // The warm-up is nobody's assessment, so an assessor of its own that nobody listens to makes it.
        Assessments unheard = new Assessor(
                rules,
                settings.of(IngestSettings.class),
                settings.of(AssessmentSettings.class),
                AssessmentListener.NONE,
                Clock.systemUTC());
        HttpSettings http = settings.of(HttpSettings.class);
        return new HttpParts(
                remembering(settings.of(AssessmentSettings.class).cacheBytes(), assessor, metrics, told.listener()),
                List.of(
                        new Renderer<>("application/json", JsonReport::render),
                        new Renderer<>("text/plain", ServiceWiring::text)),
                told.listener(),
                new HttpCounting(metrics.http(), told.access()),
                new Scrape(metrics::contentType, metrics::scrape),
                live::health,
                trials,
                settings.of(RuleWriteSettings.class),
                kept,
                settings.of(AccessSettings.class),
                assessor::rules,
                new WarmUp(unheard, JsonReport::render, Duration.ofSeconds(http.warmUpSeconds())),
                told.tracing().tracing(),
                LogOutput.levels(),
                Front.of(
                        settings.of(TlsSettings.class),
                        settings.of(TrafficSettings.class),
                        settings.of(CorsSettings.class),
                        settings.of(OidcSettings.class),
                        workingDirectory),
                version);
    }

    /** The latest stored assessments, as far as they are soon tried. */
    private static KnownFacts facts(Settings settings, ServiceStore kept, Assessor assessor) {
        return new StoredFacts(
                kept.store().history(),
                assessor::rules,
                settings.of(IngestSettings.class),
                StoredFacts.Bound.IN_PASSING);
    }

    private static byte[] text(Assessment assessment) {
        return TextReport.render(assessment, TextOptions.PLAIN).getBytes(StandardCharsets.UTF_8);
    }

    private static Assessments remembering(int bytes, Assessor assessor, Metrics metrics, AssessmentListener listener) {
        if (bytes == 0) {
            metrics.watchAnswers(() -> 0, () -> 0, () -> 0, () -> 0, () -> 0);
            return assessor;
        }
        KnownAnswers known =
                new KnownAnswers(assessor, () -> assessor.rules().digest(), listener, Clock.systemUTC(), bytes);
        metrics.watchAnswers(known::hits, known::misses, known::evictions, known::entries, known::bytes);
        return known;
    }

    /** With a certificate of their own: what is stricter in one place may turn something else round. Cases pin what the organisation's numbers give. */
    private static StricterSets stricter(Settings settings, RuleSource source) {
        return new StricterSets(
                source.trying()
                        .certifying(new Certificates(settings.of(RulesSettings.class), null, KnownFacts.NONE)
                                .sparingCases()),
                settings.of(IngestSettings.class),
                settings.of(OwnTableSettings.class).ruleSets());
    }

    /** What is tried is not kept: a stranger's code has no place in the cache. */
    private static RuleSource candidates(Settings settings, RuleSource source, KnownFacts stored) {
        return source.trying()
                .certifying(new Certificates(settings.of(RulesSettings.class), null, stored).requiringCases());
    }

    private static RuleTrials trials(Settings settings, Assessor assessor, RuleSource source) {
        return new RuleTrials(
                assessor::rules,
                source,
                settings.of(IngestSettings.class),
                settings.of(AssessmentSettings.class),
                Clock.systemUTC());
    }
}
