package dev.mitigauge.assessment;

import dev.mitigauge.assessment.change.Change;
import dev.mitigauge.assessment.change.Edits;
import dev.mitigauge.assessment.change.Efforts;
import dev.mitigauge.assessment.change.Wishes;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import dev.mitigauge.ingest.Refusal;
import dev.mitigauge.ingest.SourceLines;
import dev.mitigauge.rules.Problem;
import dev.mitigauge.rules.RuleSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The use case: reads documents, has the active rule set judge them, and puts the answer together. Thread-safe; requests see either the
 * rule set before a change or the one after it, never a mixture.
 */
public final class Assessor implements Assessments, Explanations {

    private static final String UNKNOWN_PROFILE = "unknown_profile";
    private static final String UNFIT_TABLES = "unfit_tables";
    private static final String UNREADABLE_CHECKOUT = "unreadable_checkout";

    /** @param own what a project asks for besides, null if nothing */
    private record Active(PreparedRules prepared, Assessment.@Nullable OwnTables own) {

        RuleSet rules() {
            return prepared.rules();
        }

        DocumentReader reader() {
            return prepared.reader();
        }
    }

    private volatile Active active;
    private final IngestSettings ingest;
    private final AssessmentSettings settings;
    private final AssessmentListener listener;
    private final Clock clock;
    private final Checkouts checkouts;
    private final @Nullable StricterSets stricter;

    public Assessor(
            RuleSet rules,
            IngestSettings ingest,
            AssessmentSettings settings,
            AssessmentListener listener,
            Clock clock) {
        this(rules, ingest, settings, listener, clock, Checkouts.NONE);
    }

    public Assessor(
            RuleSet rules,
            IngestSettings ingest,
            AssessmentSettings settings,
            AssessmentListener listener,
            Clock clock,
            Checkouts checkouts) {
        this(rules, ingest, settings, listener, clock, checkouts, null);
    }

    /** @param stricter for requests that come with tables of their project, null if none does */
    public Assessor(
            RuleSet rules,
            IngestSettings ingest,
            AssessmentSettings settings,
            AssessmentListener listener,
            Clock clock,
            Checkouts checkouts,
            @Nullable StricterSets stricter) {
        this.stricter = stricter;
        this.ingest = ingest;
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
        this.checkouts = checkouts;
        this.active = prepare(rules);
        listener.rulesActivated(rules.digest());
    }

    /** Makes this rule set the active one, between two requests. */
    public void activate(RuleSet rules) {
        active = prepare(rules);
        listener.rulesActivated(rules.digest());
    }

    /** The words under which it tells its listener of requests that it turned away. */
    public static List<String> reasons() {
        return Stream.concat(
                        Stream.of(UNKNOWN_PROFILE, UNFIT_TABLES, UNREADABLE_CHECKOUT),
                        Stream.of(Refusal.Cause.values()).map(Assessor::reason))
                .toList();
    }

    private static String reason(Refusal.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    /** The active rule set. */
    public RuleSet rules() {
        return active.rules();
    }

    @Override
    public Answer assess(AssessmentRequest request) {
        Active now = active;
        return request.tables().isEmpty() ? assess(now, request) : assessMoreStrictly(now.rules(), request);
    }

    private Answer assessMoreStrictly(RuleSet base, AssessmentRequest request) {
        if (stricter == null) {
            throw new IllegalStateException("tables of projects are not known here");
        }
        StricterSets.Result result = stricter.of(base, request.tables());
        if (result instanceof StricterSets.Result.Unfit unfit) {
            listener.rejected(UNFIT_TABLES);
            return new Answer.Unfit(unfit.problems());
        }
        StricterSets.Result.Made made = (StricterSets.Result.Made) result;
        List<String> outdone = made.outdone().stream().map(Problem::headline).toList();
        List<String> tables = List.copyOf(request.tables().keySet());
        return assess(new Active(made.prepared(), new Assessment.OwnTables(base.digest(), tables, outdone)), request);
    }

    private Answer assess(Active now, AssessmentRequest request) {
        long start = System.nanoTime();
        if (!request.asked().changes().isEmpty()) {
            return judging(now, request, subject -> simulated(now, request, subject));
        }
        Answer answer = judging(
                now,
                request,
                subject ->
                        new Answer.Assessed(assessment(now, request, subject, judged(now, subject), request.asked())));
        if (answer instanceof Answer.Assessed assessed) {
            listener.assessed(assessed.assessment(), request.origin(), System.nanoTime() - start);
        }
        return answer;
    }

    private Answer simulated(Active now, AssessmentRequest request, Subject subject) {
        Wishes wishes = new Wishes(subject.facts(), new Efforts(now.rules(), subject.day()));
        Wishes.Read read = wishes.read(request.asked().changes());
        if (read instanceof Wishes.Read.Unclear unclear) {
            return new Answer.Unacceptable("changes", unclear.message(), unclear.remedy());
        }
        List<Change> changes = ((Wishes.Read.Understood) read).changes();
        Subject then = subject.of(new Edits(subject.facts()).after(changes));
        return new Answer.Simulated(Simulation.of(
                changes.stream().map(Change::toString).toList(),
                assessment(now, request, subject, judged(now, subject), Asked.NOTHING),
                assessment(now, request, then, judged(now, then), request.asked())));
    }

    /** What is judged: facts in a profile on a day. */
    private record Subject(List<Fact> facts, ProfileChoice choice, LocalDate day) {

        Subject of(List<Fact> others) {
            return new Subject(others, choice, day);
        }

        String profile() {
            return choice.profile();
        }
    }

    /** Has something made of what was read, or says why nothing can be read. */
    private Answer judging(Active now, AssessmentRequest request, Function<Subject, Answer> use) {
        long start = System.nanoTime();
        String otherwise = request.profile() == null ? settings.profile() : request.profile();
        if (!now.rules().profiles().contains(otherwise)) {
            listener.rejected(UNKNOWN_PROFILE);
            return new Answer.Unacceptable(
                    "profile",
                    "unknown profile `" + otherwise + "`",
                    "use one of " + String.join(", ", now.rules().profiles()));
        }
        Reading reading = now.reader().read(request.documents());
        listener.timed(AssessmentListener.Stage.PARSE, System.nanoTime() - start);
        if (reading instanceof Reading.Refused refused) {
            refused.refusals().forEach(refusal -> listener.rejected(reason(refusal.cause())));
            return new Answer.Unreadable(refused.refusals());
        }
        LocalDate day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        Checkouts.Looking looking = looked(request.checkout(), ((Reading.Read) reading).facts());
        if (looking instanceof Checkouts.Looking.Refused refused) {
            listener.rejected(UNREADABLE_CHECKOUT);
            return new Answer.Unacceptable("checkout", refused.message(), refused.remedy());
        }
        List<Fact> known = ((Checkouts.Looking.Done) looking).facts();
        ProfileChoice choice = ProfileChoice.of(request, known, now.rules(), otherwise);
        return use.apply(new Subject(Context.facts(known, request, day), choice, day));
    }

    private Checkouts.Looking looked(@Nullable String checkout, List<Fact> facts) {
        return checkout == null ? new Checkouts.Looking.Done(facts) : checkouts.look(checkout, facts);
    }

    private Conclusions judged(Active now, Subject subject) {
        long start = System.nanoTime();
        Conclusions conclusions = now.rules().judge(subject.facts(), subject.profile(), listener.ruleTimes());
        listener.timed(AssessmentListener.Stage.RULES, System.nanoTime() - start);
        conclusions.firings().forEach(listener::fired);
        return conclusions;
    }

    private Assessment assessment(
            Active now, AssessmentRequest request, Subject subject, Conclusions conclusions, Asked asked) {
        Extras extras = Extras.of(
                new Extras.Judged(now.rules(), subject.profile(), subject.facts(), conclusions, subject.day()),
                request.nextActions() == null ? settings.nextActions() : request.nextActions(),
                asked,
                settings);
        return new Answering(
                        request,
                        subject.facts(),
                        conclusions,
                        new Assessment.RulesUsed(
                                now.rules().digest(),
                                subject.profile(),
                                subject.choice().from(),
                                now.own()))
                .answer(UUID.randomUUID(), clock.instant(), subject.day(), extras);
    }

    @Override
    public Explained explain(Input document, @Nullable String checkout) {
        Reading reading = active.reader().read(List.of(document));
        if (reading instanceof Reading.Refused refused) {
            return new Explained.Unreadable(refused.refusals());
        }
        Checkouts.Looking looking = looked(checkout, ((Reading.Read) reading).facts());
        return looking instanceof Checkouts.Looking.Refused refused
                ? new Explained.NotLookedUp(refused.message(), refused.remedy())
                : new Explained.Read(
                        Explanation.of(SourceLines.of(document), ((Checkouts.Looking.Done) looking).facts()));
    }

    private Active prepare(RuleSet rules) {
        return new Active(PreparedRules.of(rules, ingest), null);
    }
}
