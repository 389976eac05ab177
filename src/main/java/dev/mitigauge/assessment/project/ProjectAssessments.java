package dev.mitigauge.assessment.project;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.Assessment;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Assessments;
import dev.mitigauge.assessment.kept.IdempotencyKey;
import dev.mitigauge.assessment.kept.Keeping;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Outage;
import dev.mitigauge.assessment.kept.ProjectStanding;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.facts.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges documents for a project, under its profile, its own tables and with its waivers, and keeps what comes of it. */
public final class ProjectAssessments {

    private final Assessments assessments;
    private final Store store;
    private final Function<Assessment, byte[]> json;
    private final AssessmentListener listener;

    /**
     * @param json the answer as it is kept and given
     * @param listener told of what is kept
     */
    public ProjectAssessments(
            Assessments assessments, Store store, Function<Assessment, byte[]> json, AssessmentListener listener) {
        this.assessments = assessments;
        this.store = store;
        this.json = json;
        this.listener = listener;
    }

    /** What came of a request. */
    public sealed interface Result {

        /**
         * It is kept.
         *
         * @param id of the assessment
         * @param answer its JSON; not copied
         * @param known whether its parts were known from an earlier request that asked for the same
         */
        @SuppressWarnings("ArrayRecordComponent") // made once, sent once, compared nowhere
        record Kept(String id, byte[] answer, boolean known) implements Result {}

        /**
         * It was kept before, under the same key.
         *
         * @param id of the assessment of then
         * @param answer its JSON, byte for byte; not copied
         */
        @SuppressWarnings("ArrayRecordComponent") // made once, sent once, compared nowhere
        record Repeated(String id, byte[] answer) implements Result {}

        /** The key was used before, for another request. */
        record KeyTaken(String id) implements Result {}

        /** Nothing was judged, so nothing is kept. */
        record NotAssessed(Answer answer) implements Result {}

        /** The store can't be asked now; nothing is kept. */
        record Away(Outage outage) implements Result {}
    }

    /**
     * Judges and keeps, unless the key says that it was done before.
     *
     * @param request for a project
     * @param key of the request, null for none
     * @throws dev.mitigauge.rules.RuleFailure if a rule fails: no fault of the request
     */
    public Result assess(AssessmentRequest request, @Nullable IdempotencyKey key) {
        String project = String.valueOf(request.project());
        Stored<Optional<Keeping>> earlier = key == null
                ? new Stored.Done<>(Optional.empty())
                : store.history().earlier(project, key);
        return result(earlier.then(before -> before.isPresent()
                ? told(before.get(), new byte[0], false)
                : known(project).then(known -> judged(known, request, key))));
    }

    /** What is known of a project before anything is judged for it. */
    private record Known(@Nullable String profile, List<Waiver> waivers, SortedMap<String, String> tables) {}

    private Stored<Known> known(String project) {
        return store.projects().find(project).then(found -> store.waivers()
                .of(project)
                .then(waivers -> tables(found).map(tables -> new Known(profile(found), facts(waivers), tables))));
    }

    /** Most projects have none, and need not be asked for them. */
    private Stored<SortedMap<String, String>> tables(Optional<ProjectStanding> found) {
        if (found.isEmpty() || found.get().tables().isEmpty()) {
            return new Stored.Done<>(new TreeMap<>());
        }
        return store.tables().of(found.get().project().name()).map(tables -> {
            SortedMap<String, String> csv = new TreeMap<>();
            tables.forEach(table -> csv.put(table.name(), table.csv()));
            return csv;
        });
    }

    private static @Nullable String profile(Optional<ProjectStanding> found) {
        return found.map(standing -> standing.project().details().profile()).orElse(null);
    }

    private static List<Waiver> facts(List<ProjectWaiver> waivers) {
        return waivers.stream().map(waiver -> waiver.terms().judged()).toList();
    }

    private Stored<Result> judged(Known known, AssessmentRequest request, @Nullable IdempotencyKey key) {
        Optional<Answer> clash = clash(known.waivers(), request.waivers());
        if (clash.isPresent()) {
            return new Stored.Done<>(new Result.NotAssessed(clash.get()));
        }
        AssessmentRequest whole =
                request.besides(known.profile(), known.waivers()).underTables(known.tables());
        Answer made = assessments.assess(whole);
        if (!(made instanceof Answer.Assessed assessed)) {
            return new Stored.Done<>(new Result.NotAssessed(made));
        }
        byte[] answer = json.apply(assessed.assessment());
        return store.history()
                .keep(new NewAssessment(assessed.assessment(), answer, whole, key))
                .map(keeping -> heard(keeping, assessed.assessment()))
                .then(keeping -> told(keeping, answer, assessed.known()));
    }

    /** Two waivers of one id would be told apart by nobody. */
    private static Optional<Answer> clash(List<Waiver> kept, List<Waiver> given) {
        Set<String> ids = kept.stream().map(Waiver::id).collect(Collectors.toSet());
        return given.stream()
                .filter(waiver -> ids.contains(waiver.id()))
                .findFirst()
                .map(waiver -> new Answer.Unacceptable(
                        "waivers",
                        "the project keeps a waiver `" + waiver.id() + "` already",
                        "leave it out, since those of the project count, or give it another id"));
    }

    private Keeping heard(Keeping keeping, Assessment made) {
        if (keeping instanceof Keeping.Kept) {
            listener.kept(made);
        }
        return keeping;
    }

    private Stored<Result> told(Keeping keeping, byte[] answer, boolean known) {
        if (keeping instanceof Keeping.Kept kept) {
            return new Stored.Done<>(new Result.Kept(kept.assessment().id(), answer, known));
        }
        if (keeping instanceof Keeping.KeyTaken taken) {
            return new Stored.Done<>(new Result.KeyTaken(taken.id()));
        }
        String id = ((Keeping.Repeated) keeping).id();
        return store.history().find(id).map(found -> found.map(KeptAssessment::answer)
                .<Result>map(before -> new Result.Repeated(id, before))
                // Swept between two statements: the key is free again, and so is the way to a new answer.
                .orElseGet(() -> new Result.Away(new Outage(Outage.Cause.BUSY, "the assessment was just removed"))));
    }

    private static Result result(Stored<Result> stored) {
        return stored instanceof Stored.Done<Result> done
                ? done.value()
                : new Result.Away(((Stored.Unavailable<Result>) stored).outage());
    }
}
