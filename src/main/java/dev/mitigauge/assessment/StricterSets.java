package dev.mitigauge.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.Overrides;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule sets of the organisation with the tables of a project in place, which ask for more. Each is loaded once, through the same stages as any
 * other, and held as long as there is room; the one that is least of use goes first.
 */
public final class StricterSets {

    private final RuleSource source;
    private final IngestSettings limits;
    private final Cache<Key, Result> known;

    /** What was put together last: the next one most likely reads by the same words. */
    private volatile @Nullable PreparedRules last;

    /** What one depends on. */
    private record Key(String base, String tables) {}

    /** What came of putting them together. */
    public sealed interface Result {

        /**
         * A set that judges: in each place what is stricter, the organisation's value or the project's.
         *
         * @param outdone where that is the organisation's although the project says something
         */
        record Made(PreparedRules prepared, List<Problem> outdone) implements Result {
            public Made {
                outdone = List.copyOf(outdone);
            }
        }

        /** Nobody can tell what would be stricter, or no sound set comes of it; problems, never empty. */
        record Unfit(List<Problem> problems) implements Result {
            public Unfit {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Holds none yet.
     *
     * @param source loads them, and asks of them what a set must pass
     * @param most how many are held at once
     */
    public StricterSets(RuleSource source, IngestSettings limits, int most) {
        this.source = source;
        this.limits = limits;
        this.known =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /**
     * A set and the tables of a project together.
     *
     * @param tables CSV by name
     */
    public Result of(RuleSet base, SortedMap<String, String> tables) {
        return of(base, files(tables));
    }

    private Result of(RuleSet base, RuleFiles own) {
        return known.get(new Key(base.digest(), own.digest()), key -> {
            Overrides both = Overrides.apply(base.files(), own);
            return both.unfit().isEmpty() ? load(both, own) : new Result.Unfit(both.unfit());
        });
    }

    /**
     * What is wrong with a table, were it put beside the others of its project, which may have had their time.
     *
     * @param others CSV by name
     * @param name of the table
     * @param csv its bytes
     */
    public List<Problem> objections(RuleSet base, SortedMap<String, String> others, String name, byte[] csv) {
        SortedMap<String, byte[]> all = new TreeMap<>(files(others).bytes());
        all.put(file(name), csv);
        RuleFiles own = RuleFiles.ofBytes(all);
        Overrides both = Overrides.apply(base.files(), own);
        List<Problem> wrong = both.problems().stream()
                .filter(problem -> problem.file().equals(file(name)))
                .toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Result together = both.unfit().isEmpty() ? of(base, own) : load(both, own);
        return together instanceof Result.Unfit unfit ? unfit.problems() : List.of();
    }

    private Result load(Overrides both, RuleFiles own) {
        LoadedRules loaded = source.load(both.files());
        if (loaded instanceof LoadedRules.Accepted accepted) {
            return new Result.Made(prepared(accepted.rules()), both.outdone());
        }
        return new Result.Unfit(((LoadedRules.Rejected) loaded)
                .problems().stream().map(problem -> placed(problem, own)).toList());
    }

    private PreparedRules prepared(RuleSet rules) {
        @Nullable PreparedRules before = last;
        PreparedRules now = before == null ? PreparedRules.of(rules, limits) : before.like(rules, limits);
        last = now;
        return now;
    }

    /** A line of a table that both make is a line of neither. */
    private static Problem placed(Problem problem, RuleFiles own) {
        return own.names().contains(problem.file())
                ? new Problem(problem.file(), 0, 0, problem.message(), problem.remedy(), null)
                : problem;
    }

    private static RuleFiles files(Map<String, String> tables) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        tables.forEach((name, csv) -> files.put(file(name), csv.getBytes(StandardCharsets.UTF_8)));
        return RuleFiles.ofBytes(files);
    }

    private static String file(String name) {
        return "tables/" + name + ".csv";
    }
}
