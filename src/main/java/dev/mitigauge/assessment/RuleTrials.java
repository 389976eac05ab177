package dev.mitigauge.assessment;

import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.LoadedRules;
import dev.mitigauge.rules.RuleFiles;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSetDiff;
import dev.mitigauge.rules.RuleSource;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries changes of the active rule set without making them: nothing is written and nothing becomes active. Costs a compilation each time, so
 * whoever asks must bound how often.
 */
public final class RuleTrials {

    private final Supplier<RuleSet> active;
    private final RuleSource source;
    private final IngestSettings limits;
    private final AssessmentSettings settings;
    private final Clock clock;

    /**
     * Changes that were tried.
     *
     * @param base the set that was active then
     * @param edits what the changes come to
     * @param loaded what came of loading the candidate
     */
    public record Trial(RuleSet base, RuleSetDiff edits, LoadedRules loaded) {

        /** What is wrong with the candidate, if anything is. */
        public RuleCheck check() {
            return RuleCheck.of(this);
        }
    }

    /** @param source loads candidates, under the same bounds as every rule set, and asks of them what becoming active takes */
    public RuleTrials(
            Supplier<RuleSet> active,
            RuleSource source,
            IngestSettings limits,
            AssessmentSettings settings,
            Clock clock) {
        this.active = active;
        this.source = source;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Names of the files of the active set. */
    public SortedSet<String> files() {
        return active.get().files().names();
    }

    /**
     * Loads the candidate that the changes make of the active set, for a look at what it would do.
     *
     * @param changes texts by file name, to be added or to stand instead of what is there; null for a file that is to go
     */
    public Trial load(Map<String, ? extends @Nullable String> changes) {
        RuleSet base = active.get();
        return trial(base, base.files().with(changes), source::compile);
    }

    /**
     * The same through all stages that a set passes before it becomes active.
     *
     * @param inTime whether there is time left; a candidate that could not be tried in time is rejected
     */
    public Trial prove(Map<String, ? extends @Nullable String> changes, BooleanSupplier inTime) {
        RuleSet base = active.get();
        return trial(base, base.files().with(changes), candidate -> source.load(candidate, inTime));
    }

    /** The same of a whole set instead of changes of the active one. */
    public Trial prove(RuleFiles candidate, BooleanSupplier inTime) {
        return trial(active.get(), candidate, files -> source.load(files, inTime));
    }

    private static Trial trial(RuleSet base, RuleFiles candidate, Function<RuleFiles, LoadedRules> load) {
        return new Trial(base, RuleSetDiff.between(base.files(), candidate), load.apply(candidate));
    }

    /** Judges projects by a candidate that was loaded, and by the set that it was made of. */
    public PreviewReport preview(Trial trial, RuleSet candidate, Replays replays, Preview.Progress progress) {
        return new Preview(trial.base(), candidate, source, limits, settings, clock).compare(replays, progress);
    }
}
