package dev.mitigauge.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked of every rule set before it becomes active, whichever way: that it keeps to what must hold for every set, and, where that is
 * required, that its cases pass. Where it is not, whoever changes a number sees at once what comes of it, and {@link #objections} tells the cases
 * that expected something else. What passed once, cases and generated inputs, is not tried again as long as rules, engine and program are the same. What is stored is
 * tried each time, for it changes: the note of what passed says nothing of it.
 */
public final class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final int runs;
    private final boolean requireCases;
    private final KnownFacts known;
    private final @Nullable CertificateCache cache;

    /**
     * Of those settings.
     *
     * @param cache directory in which to note what was tried, made if it is missing; null for nowhere
     * @param known facts to try besides
     */
    public Certificates(RulesSettings settings, @Nullable Path cache, KnownFacts known) {
        this(
                settings.certifyRuns(),
                settings.requireCases(),
                known,
                cache == null ? null : new CertificateCache(cache));
    }

    private Certificates(int runs, boolean requireCases, KnownFacts known, @Nullable CertificateCache cache) {
        this.runs = runs;
        this.requireCases = requireCases;
        this.known = known;
        this.cache = cache;
    }

    /** The same, and other facts to try besides. */
    Certificates knowing(KnownFacts other) {
        return new Certificates(runs, requireCases, other, cache);
    }

    /** The same, and cases must pass. */
    public Certificates requiringCases() {
        return new Certificates(runs, true, known, cache);
    }

    /** The same, whatever the cases say. */
    public Certificates sparingCases() {
        return new Certificates(runs, false, known, cache);
    }

    /**
     * What stored assessments say against a set that was loaded; nothing if they can't be asked for now.
     *
     * @param inTime whether there is time left
     */
    Optional<List<Problem>> storedObjections(RuleSet rules, BooleanSupplier inTime) {
        KnownFacts.Known stored = known.latest(runs);
        if (stored.missing() != null) {
            LOG.debug("no stored assessments are tried on {} now: {}", rules.digest(), stored.missing());
            return Optional.empty();
        }
        return Optional.of(Certificate.of(rules, stored.facts(), 0, Certificate.SEED, inTime)
                .problems());
    }

    /**
     * What the cases of a set that was loaded say against it, each at its place.
     *
     * @param inTime whether there is time left; that cases were left out is an objection
     */
    List<Problem> objections(RuleSet rules, BooleanSupplier inTime) {
        @Nullable String key = key(rules, true);
        return key != null && holds(key)
                ? List.of()
                : RuleTests.objections(RuleTests.run(new LoadedRules.Accepted(rules), inTime));
    }

    /**
     * The same set if it passes, else what it does not.
     *
     * @param inTime whether there is time left
     */
    LoadedRules certified(LoadedRules loaded, BooleanSupplier inTime) {
        if (!(loaded instanceof LoadedRules.Accepted accepted)) {
            return loaded;
        }
        @Nullable String key = key(accepted.rules(), requireCases);
        boolean passed = key != null && (holds(key) || (!requireCases && holds(key(accepted.rules(), true))));
        SortedMap<Stage, List<Problem>> problems = new TreeMap<>();
        if (!passed && requireCases) {
            test(accepted, problems, inTime);
        }
        Tried tried = certify(accepted.rules(), passed ? 0 : runs, problems, inTime);
        if (!problems.isEmpty()) {
            return new LoadedRules.Rejected(problems);
        }
        if (!passed && key != null && cache != null) {
            cache.keep(key, runs);
        }
        return new LoadedRules.Accepted(accepted.rules(), tried);
    }

    private boolean holds(@Nullable String key) {
        return key != null && (ShippedCertificate.holds(key, runs) || (cache != null && cache.holds(key, runs)));
    }

    private static void test(
            LoadedRules.Accepted accepted, SortedMap<Stage, List<Problem>> problems, BooleanSupplier inTime) {
        List<Problem> objections = RuleTests.objections(RuleTests.run(accepted, inTime));
        if (!objections.isEmpty()) {
            problems.put(Stage.TEST, objections);
        }
    }

    /** As many stored ones as are generated: a service must not start the later the longer it has been of use. */
    private Tried certify(
            RuleSet rules, int generate, SortedMap<Stage, List<Problem>> problems, BooleanSupplier inTime) {
        KnownFacts.Known stored = known.latest(runs);
        if (stored.missing() != null) {
            LOG.warn("no stored assessments are tried on {}: {}", rules.digest(), stored.missing());
        }
        Certificate certificate = Certificate.of(rules, stored.facts(), generate, Certificate.SEED, inTime);
        if (!certificate.passed()) {
            problems.put(Stage.CERTIFY, certificate.problems());
        } else if (certificate.generated() < generate
                || certificate.stored() < stored.facts().size()) {
            problems.put(Stage.CERTIFY, List.of(Stage.outOfTime("try all inputs of the certificate")));
        }
        if (certificate.stored() > 0) {
            LOG.info("{} was tried on {} stored assessments", rules.digest(), certificate.stored());
        }
        return new Tried(runs, certificate.stored(), stored.missing());
    }

    private static @Nullable String key(RuleSet rules, boolean cases) {
        try {
            return CertificateKey.of(rules.digest(), cases);
        } catch (IOException e) {
            LOG.info("rules are certified at each start: {}", e.getMessage());
            return null;
        }
    }
}
