package dev.mitigauge.assessment;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.rules.RuleSet;
import dev.mitigauge.rules.RuleSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The use case of whoever changes rules: judges projects by a candidate rule set and by the one that it would replace, on the same day and
 * in the same context, and tells what differs. Documents are read once if both sets read by the same words. What fails, fails for one
 * project; the others go on.
 */
public final class Preview {

    /** Told before each project; may end the work. */
    @FunctionalInterface
    public interface Progress {

        /**
         * It is a project's turn.
         *
         * @param done how many came before it
         * @param total how many there are
         * @return false to leave it and all that follow out
         */
        boolean next(String project, int done, int total);
    }

    private final PreviewSide base;
    private final PreviewSide candidate;
    private final StricterSets stricter;
    private final AssessmentSettings settings;
    private final Clock clock;

    /** @param source puts tables of projects into both sets; what it loads need not be fit to become active */
    public Preview(
            RuleSet base,
            RuleSet candidate,
            RuleSource source,
            IngestSettings limits,
            AssessmentSettings settings,
            Clock clock) {
        this.base = new PreviewSide(base, limits);
        this.candidate = new PreviewSide(candidate, limits);
        this.stricter = new StricterSets(source.trying(), limits, 2);
        this.settings = settings;
        this.clock = clock;
    }

    /** Judges all of them by both sets. */
    public PreviewReport compare(Replays replays, Progress progress) {
        Map<String, String> titles = new HashMap<>(candidate.titles());
        titles.putAll(base.titles());
        PreviewTally tally = new PreviewTally(titles);
        int done = 0;
        for (Replay replay : replays) {
            if (!progress.next(replay.project(), done, replays.size())) {
                tally.leaveOut(replay.project(), replays.size() - done);
                break;
            }
            done++;
            if (replay instanceof Replay.Lost lost) {
                tally.fail(lost.project(), PreviewReport.Side.BOTH, lost.reason());
            } else {
                compare((Replay.Asked) replay, tally);
            }
        }
        return tally.report(base.rules(), candidate.rules());
    }

    private void compare(Replay.Asked replay, PreviewTally tally) {
        PreviewSide.Result<PreviewSide> before = base.under(replay.request().tables(), stricter);
        PreviewSide.Result<PreviewSide> after = candidate.under(replay.request().tables(), stricter);
        if (before instanceof PreviewSide.Result.Failed<PreviewSide> failed) {
            tally.fail(replay.project(), PreviewReport.Side.BASE, failed.message());
        } else if (after instanceof PreviewSide.Result.Failed<PreviewSide> failed) {
            tally.fail(replay.project(), PreviewReport.Side.CANDIDATE, failed.message());
        } else {
            compare(replay, side(before), side(after), tally);
        }
    }

    private static PreviewSide side(PreviewSide.Result<PreviewSide> result) {
        return ((PreviewSide.Result.Done<PreviewSide>) result).value();
    }

    private void compare(Replay.Asked replay, PreviewSide base, PreviewSide candidate, PreviewTally tally) {
        AssessmentRequest request = replay.request();
        LocalDate day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        PreviewSide.Result<List<Fact>> read = base.read(request);
        PreviewSide.Result<Conclusions> before = judged(base, read, request, day);
        PreviewSide.Result<List<Fact>> again = base.readsAs(candidate) ? read : candidate.read(request);
        PreviewSide.Result<Conclusions> after = judged(candidate, again, request, day);
        tally.context(profile(candidate, again, request), day);
        tally.add(replay.project(), before, after);
    }

    private String profile(PreviewSide side, PreviewSide.Result<List<Fact>> read, AssessmentRequest request) {
        List<Fact> known = read instanceof PreviewSide.Result.Done<List<Fact>> done ? done.value() : List.of();
        return ProfileChoice.of(request, known, side.rules(), settings.profile())
                .profile();
    }

    private PreviewSide.Result<Conclusions> judged(
            PreviewSide side, PreviewSide.Result<List<Fact>> read, AssessmentRequest request, LocalDate day) {
        return read instanceof PreviewSide.Result.Done<List<Fact>> done
                ? side.judge(Context.facts(done.value(), request, day), profile(side, read, request))
                : new PreviewSide.Result.Failed<>(((PreviewSide.Result.Failed<List<Fact>>) read).message());
    }
}
