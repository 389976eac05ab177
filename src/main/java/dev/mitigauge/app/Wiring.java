package dev.mitigauge.app;

import dev.mitigauge.app.settings.Settings;
import dev.mitigauge.app.settings.SettingsReader;
import dev.mitigauge.app.settings.SettingsReference;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.assessment.Preview;
import dev.mitigauge.assessment.StoredFacts;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.checkout.CheckoutSettings;
import dev.mitigauge.checkout.GitCheckouts;
import dev.mitigauge.cli.Choices;
import dev.mitigauge.cli.Fault;
import dev.mitigauge.cli.Outcome;
import dev.mitigauge.cli.StoreFaults;
import dev.mitigauge.cli.Workshop;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.http.HttpSettings;
import dev.mitigauge.http.Started;
import dev.mitigauge.http.TlsSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.Certificate;
import dev.mitigauge.rules.Certificates;
import dev.mitigauge.rules.KnownFacts;
import dev.mitigauge.rules.LastGoodRules;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.RuleSource;
import dev.mitigauge.rules.RulesSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the commands ask for: settings first, then rules, then what stands on both. */
final class Wiring implements Workshop {

    private static final String RULES = "paths.rules";
    private static final String QUIET = "warn";
    private static final String TALKING = "info";
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final ServiceStart serviceStart;
    private final SettingsReader reader = new SettingsReader(SettingsSections.ALL);

    Wiring(Map<String, String> environment, Path workingDirectory, ServiceStart serviceStart) {
        this.environment = Map.copyOf(environment);
        this.workingDirectory = workingDirectory;
        this.serviceStart = serviceStart;
    }

    @Override
    public Outcome<List<Setting>> settings(Choices choices) {
        return read(choices, QUIET).then(settings -> new Outcome.Made<>(settings.all()));
    }

    @Override
    public String settingsSchema() {
        return new SettingsReference(SettingsSections.ALL).schema();
    }

    @Override
    public Outcome<Reached> reached(Choices choices) {
        return read(choices, QUIET)
                .then(settings ->
                        new Outcome.Made<>(reached(settings.of(HttpSettings.class), settings.of(TlsSettings.class))));
    }

    @Override
    public Outcome<Bench> bench(Choices choices, @Nullable Path overrides) {
        return read(choices, QUIET)
                .then(settings -> judging(settings, overrides).then(rules -> {
                    IngestSettings limits = settings.of(IngestSettings.class);
                    Assessor assessor = new Assessor(
                            rules,
                            limits,
                            settings.of(AssessmentSettings.class),
                            AssessmentListener.NONE,
                            Clock.systemUTC(),
                            GitCheckouts.anywhere(workingDirectory, settings.of(CheckoutSettings.class)));
                    return new Outcome.Made<>(new Bench(assessor, assessor, limits));
                }));
    }

    @Override
    public Outcome<RulesFound> rules(Choices choices) {
        return read(choices, QUIET).then(settings -> new Outcome.Made<>(found(location(settings), source(settings))));
    }

    @Override
    public Outcome<RulesFound> check(Choices choices) {
        return read(choices, QUIET).then(settings -> {
            RuleLocation location = location(settings);
            RuleSource source = source(settings).certifying(certificates(settings));
            LoadedRules checked = location.check(source);
            return new Outcome.Made<>(warned(new RulesFound(location.origin(), checked, List.of()), location, source));
        });
    }

    /** With what is worth a look: lints, and cases that expect something else but need not pass. */
    private static RulesFound warned(RulesFound found, RuleLocation location, RuleSource source) {
        if (!(found.loaded() instanceof LoadedRules.Accepted accepted)) {
            return found;
        }
        try {
            List<Fault> warnings = Stream.concat(
                            RuleSource.warnings(location.directory()).stream(),
                            source.objections(accepted.rules(), () -> true).stream())
                    .map(problem -> Fault.of(problem, found.origin()))
                    .toList();
            return new RulesFound(found.origin(), found.loaded(), warnings);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules can't be read again", e);
        }
    }

    @Override
    public Outcome<Certified> certify(Choices choices, int runs, long seed, boolean stored) {
        return read(choices, QUIET)
                .then(settings -> accepted(settings).then(rules -> known(settings, rules, runs, stored)
                        .then(known -> new Outcome.Made<>(new Certified(
                                location(settings).origin(), Certificate.of(rules, known, runs, seed))))));
    }

    /** The facts of stored assessments, if they are asked for. */
    private Outcome<List<List<Fact>>> known(Settings settings, RuleSet rules, int most, boolean stored) {
        if (!stored) {
            return new Outcome.Made<>(List.of());
        }
        return KeptStore.open(settings, workingDirectory).then(store -> {
            try (store) {
                KnownFacts.Known known = new StoredFacts(
                                store.history(),
                                () -> rules,
                                settings.of(IngestSettings.class),
                                StoredFacts.Bound.AT_LEISURE)
                        .latest(most);
                return known.missing() == null
                        ? new Outcome.Made<>(known.facts())
                        : fault("store", "can't be asked: " + known.missing(), "see what src/docs/store.md says of it");
            }
        });
    }

    @Override
    public Outcome<CasesRun> runCases(Choices choices) {
        return read(choices, QUIET).then(settings -> RuleCases.run(location(settings), source(settings)));
    }

    @Override
    public Outcome<Comparison> preview(Choices choices, @Nullable String base) {
        return read(choices, QUIET).then(settings -> accepted(settings).then(candidate -> baseLocation(choices, base)
                .then(location -> accepted(settings, location))
                .then(replaced -> comparison(settings, replaced, candidate))));
    }

    @Override
    public Outcome<RuleSetDiff> diff(Choices choices, String from, String to) {
        return files(choices, from).then(before -> files(choices, to)
                .then(after -> new Outcome.Made<>(RuleSetDiff.between(before, after))));
    }

    @Override
    public Outcome<Store> store(Choices choices) {
        return read(choices, QUIET).then(settings -> KeptStore.open(settings, workingDirectory));
    }

    @Override
    public Outcome<Service> serve(Choices choices) {
        return read(choices, TALKING)
                .then(settings -> startRules(settings).then(rules -> serviceStart.start(settings, rules)));
    }

    @Override
    public Outcome<BackedUp> backup(Choices choices, Path target) {
        return read(choices, QUIET).then(settings -> StoreBackup.run(settings, workingDirectory, target));
    }

    @Override
    public Outcome<TokenSecret> createToken(Choices choices, NewToken asked) {
        return tokens(choices, stored -> stored.create(asked));
    }

    @Override
    public Outcome<List<Token>> tokens(Choices choices) {
        return tokens(choices, StoredTokens::list);
    }

    @Override
    public Outcome<Token> revokeToken(Choices choices, String name) {
        return tokens(choices, stored -> stored.revoke(name));
    }

    private <T> Outcome<T> tokens(Choices choices, Function<StoredTokens, Outcome<T>> work) {
        return read(choices, QUIET).then(settings -> work.apply(new StoredTokens(settings, workingDirectory)));
    }

    /** A service that listens at every address is reached at the loopback one, too. */
    private Reached reached(HttpSettings http, TlsSettings tls) {
        String host = EVERYWHERE.contains(http.host()) ? "127.0.0.1" : http.host();
        String certificate = tls.certificate();
        return new Reached(
                URI.create(new Started.Listening(certificate != null, host, http.port()).url()),
                certificate == null ? null : workingDirectory.resolve(certificate));
    }

    private Outcome<Settings> read(Choices choices, String logLevel) {
        Path file = ConfigLocation.of(choices.config(), environment, workingDirectory);
        Outcome<Settings> settings = reader.read(file, environment, choices.given());
        if (settings instanceof Outcome.Made<Settings> made) {
            LogOutput.set(made.value().of(LogSettings.class), logLevel);
        }
        return settings;
    }

    /** The rules of the directory; if these can't be used, the last ones that could. */
    private Outcome<StartRules> startRules(Settings settings) {
        RuleLocation location = location(settings);
        RuleSource source = source(settings).certifying(certificates(settings));
        LoadedRules loaded = location.load(source);
        if (loaded instanceof LoadedRules.Accepted accepted) {
            return new Outcome.Made<>(new StartRules(accepted.rules(), location, source, List.of()));
        }
        LoadedRules.Rejected rejected = (LoadedRules.Rejected) loaded;
        String data = settings.of(PathSettings.class).data();
        if (data != null && location.directory() != null) {
            for (Path kept : new LastGoodRules(workingDirectory.resolve(data)).find()) {
                if (source.load(kept) instanceof LoadedRules.Accepted last) {
                    return new Outcome.Made<>(new StartRules(last.rules(), location, source, rejected.problems()));
                }
            }
        }
        return new Outcome.Invalid<>(Fault.of(rejected, location.origin()));
    }

    private Outcome<Comparison> comparison(Settings settings, RuleSet base, RuleSet candidate) {
        IngestSettings limits = settings.of(IngestSettings.class);
        Preview preview = new Preview(
                base, candidate, source(settings), limits, settings.of(AssessmentSettings.class), Clock.systemUTC());
        return new Outcome.Made<>(new Comparison(preview, base.profiles(), limits));
    }

    /** Where the set is that a candidate is compared with: compared with itself it would show nothing. */
    private Outcome<RuleLocation> baseLocation(Choices choices, @Nullable String base) {
        if (base != null) {
            return new Outcome.Made<>(named(base));
        }
        return read(choices.without(RULES), QUIET)
                .then(unchosen -> read(choices, QUIET).then(chosen -> {
                    RuleLocation usual = location(unchosen);
                    return new Outcome.Made<>(usual.isAt(location(chosen)) ? named(Choices.BUILT_IN) : usual);
                }));
    }

    private Outcome<RuleFiles> files(Choices choices, String rules) {
        return Choices.isDigest(rules)
                ? store(choices).then(store -> {
                    try (store) {
                        return kept(store.rules().find(rules), rules);
                    }
                })
                : files(named(rules));
    }

    private static Outcome<RuleFiles> kept(Stored<Optional<RuleSetFiles>> found, String digest) {
        if (found instanceof Stored.Unavailable<Optional<RuleSetFiles>> unavailable) {
            return new Outcome.Invalid<>(List.of(StoreFaults.of(unavailable.outage())));
        }
        return found.orElseThrow()
                .<Outcome<RuleFiles>>map(files -> new Outcome.Made<>(RuleFiles.ofBytes(files.files())))
                .orElseGet(() -> fault(
                        "store",
                        "no rule set `" + digest + "` is kept",
                        "`mitigauge rules history` names those that are"));
    }

    private static Outcome<RuleFiles> files(RuleLocation location) {
        try {
            return new Outcome.Made<>(location.read());
        } catch (IOException e) {
            return fault(location.origin(), "can't be read: " + e.getMessage(), "check the permissions");
        }
    }

    private static <T> Outcome<T> fault(String place, String message, String remedy) {
        return new Outcome.Invalid<>(List.of(new Fault(place, 0, 0, message, remedy, null)));
    }

    private RuleLocation named(String rules) {
        return RuleLocation.of(new PathSettings(rules, null, null), workingDirectory);
    }

    /** The rules, with the stricter tables of a project in place if it has any. */
    private Outcome<RuleSet> judging(Settings settings, @Nullable Path overrides) {
        return overrides == null
                ? accepted(settings)
                : files(location(settings)).then(rules -> files(new RuleLocation(workingDirectory.resolve(overrides)))
                        .then(project -> new StricterRules(rules, project, overrides)
                                .load(source(settings), location(settings).origin())));
    }

    private Outcome<RuleSet> accepted(Settings settings) {
        return accepted(settings, location(settings));
    }

    private Outcome<RuleSet> accepted(Settings settings, RuleLocation location) {
        RulesFound found = found(location, source(settings));
        if (found.loaded() instanceof LoadedRules.Accepted accepted) {
            return new Outcome.Made<>(accepted.rules());
        }
        return new Outcome.Invalid<>(Fault.of((LoadedRules.Rejected) found.loaded(), found.origin()));
    }

    private static RulesFound found(RuleLocation location, RuleSource source) {
        return new RulesFound(location.origin(), location.load(source), List.of());
    }

    private RuleSource source(Settings settings) {
        return new RuleSource(settings.of(RulesSettings.class), cache(settings));
    }

    private Certificates certificates(Settings settings) {
        return new Certificates(settings.of(RulesSettings.class), cache(settings), KnownFacts.NONE);
    }

    private @Nullable Path cache(Settings settings) {
        return CacheLocation.of(settings.of(PathSettings.class), environment, workingDirectory);
    }

    private RuleLocation location(Settings settings) {
        return RuleLocation.of(settings.of(PathSettings.class), workingDirectory);
    }
}
