package dev.mitigauge.cli;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Explained;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Token;
import dev.mitigauge.assessment.kept.TokenSecret;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.report.Samples;
import dev.mitigauge.rules.Certificate;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.RuleTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what a test has put in, and remembers what it was asked. */
final class FakeWorkshop implements Workshop {

    Function<AssessmentRequest, Answer> assessor = request -> new Answer.Assessed(Samples.ready());
    Function<Input, Explained> explainer = document -> new Explained.Unreadable(List.of());
    IngestSettings limits = IngestSettings.DEFAULT;
    List<Fault> invalid = List.of();
    LoadedRules loaded = new LoadedRules.Accepted(new FakeRules());
    String origin = "my-rules";
    BiFunction<Integer, Long, Certificate> certificate = FakeWorkshop::passed;
    CasesRun cases = new CasesRun("my-rules", List.of(), new RuleTests.Report(List.of(), List.of(), new TreeMap<>()));
    List<Fault> warnings = List.of();

    @Nullable
    Service service;

    @Nullable
    Comparison comparison;

    @Nullable
    Store store;

    final List<Boolean> certifiedStored = new ArrayList<>();
    final List<String> overrides = new ArrayList<>();
    final List<String> bases = new ArrayList<>();
    final List<AssessmentRequest> requests = new ArrayList<>();
    final List<Choices> choices = new ArrayList<>();
    final List<Path> backups = new ArrayList<>();
    final TokenSecret secret = TokenSecret.random();
    final List<NewToken> newTokens = new ArrayList<>();
    final List<Token> tokens = new ArrayList<>();
    final List<String> revoked = new ArrayList<>();

    FakeWorkshop answering(Assessment assessment) {
        assessor = request -> new Answer.Assessed(assessment);
        return this;
    }

    @Override
    public Outcome<List<Setting>> settings(Choices asked) {
        return made(
                asked,
                List.of(
                        new Setting("paths.data", "", "default"),
                        new Setting("paths.rules", "my-rules", "--rules"),
                        new Setting("http.port", "9000", "MITIGAUGE_HTTP_PORT")));
    }

    @Override
    public String settingsSchema() {
        return "{}\n";
    }

    @Override
    public Outcome<Reached> reached(Choices asked) {
        if (service == null) {
            throw new IllegalStateException("the test has put no service in");
        }
        return made(asked, new Reached(service.address(), null));
    }

    @Override
    public Outcome<Bench> bench(Choices asked, @Nullable Path project) {
        overrides.add(String.valueOf(project));
        return made(
                asked,
                new Bench(
                        request -> {
                            requests.add(request);
                            return assessor.apply(request);
                        },
                        (input, checkout) -> explainer.apply(input),
                        limits));
    }

    @Override
    public Outcome<RulesFound> rules(Choices asked) {
        return made(asked, new RulesFound(origin, loaded, warnings));
    }

    @Override
    public Outcome<RulesFound> check(Choices asked) {
        return rules(asked);
    }

    @Override
    public Outcome<CasesRun> runCases(Choices asked) {
        return made(asked, cases);
    }

    @Override
    public Outcome<Certified> certify(Choices asked, int runs, long seed, boolean stored) {
        certifiedStored.add(stored);
        return made(asked, new Certified("my-rules", certificate.apply(runs, seed)));
    }

    @Override
    public Outcome<Comparison> preview(Choices asked, @Nullable String base) {
        if (comparison == null) {
            throw new IllegalStateException("the test has put nothing to compare in");
        }
        bases.add(String.valueOf(base));
        return made(asked, comparison);
    }

    @Override
    public Outcome<Store> store(Choices asked) {
        if (store == null) {
            throw new IllegalStateException("the test has put no store in");
        }
        return made(asked, store);
    }

    @Override
    public Outcome<RuleSetDiff> diff(Choices asked, String from, String to) {
        return new Outcome.Made<>(new RuleSetDiff(from, to, List.of(), List.of(), List.of()));
    }

    @Override
    public Outcome<Service> serve(Choices asked) {
        if (service == null) {
            throw new IllegalStateException("the test has put no service in");
        }
        return made(asked, service);
    }

    @Override
    public Outcome<BackedUp> backup(Choices asked, Path target) {
        backups.add(target);
        return made(asked, new BackedUp(1, 20, 40_960));
    }

    @Override
    public Outcome<TokenSecret> createToken(Choices asked, NewToken token) {
        newTokens.add(token);
        return made(asked, secret);
    }

    @Override
    public Outcome<List<Token>> tokens(Choices asked) {
        return made(asked, tokens);
    }

    @Override
    public Outcome<Token> revokeToken(Choices asked, String name) {
        revoked.add(name);
        return made(asked, tokens.get(0));
    }

    private static Certificate passed(int runs, long seed) {
        return new Certificate(
                "sha256:ab", runs, seed, 3, 900, List.of("a holds", "b holds"), List.of(), new TreeSet<>());
    }

    /** Settings that the last command gave by options. */
    Map<String, Choices.Given> given() {
        return choices.get(choices.size() - 1).given();
    }

    private <T> Outcome<T> made(Choices asked, T value) {
        choices.add(asked);
        return invalid.isEmpty() ? new Outcome.Made<>(value) : new Outcome.Invalid<>(invalid);
    }
}
