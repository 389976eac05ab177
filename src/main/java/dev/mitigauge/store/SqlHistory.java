package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.IdempotencyKey;
import dev.mitigauge.assessment.kept.Keeping;
import dev.mitigauge.assessment.kept.KeptAssessment;
import dev.mitigauge.assessment.kept.NewAssessment;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.Position;
import dev.mitigauge.assessment.kept.ProjectDetails;
import dev.mitigauge.assessment.kept.Replayable;
import dev.mitigauge.assessment.kept.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assessments in tables. */
record SqlHistory(Database database) implements History {

    /** An assessment and the bytes of its documents. */
    private record Sized(String id, long bytes) {}

    private static final String SUMMARY = "select " + Summaries.COLUMNS + " from assessment a";
    private static final String NEWEST_FIRST = " order by a.number desc limit ?";

    /** The number before which a page begins. If its assessment was swept meanwhile, the page begins with what was made before it. */
    private static final String BEFORE =
            "coalesce((select n.number from assessment n where n.id = ? and n.project = ?),"
                    + " (select max(n.number) + 1 from assessment n where n.project = ? and (n.made, n.id) < (?, ?)), 0)";

    @Override
    public Stored<Keeping> keep(NewAssessment kept) {
        // Compressed before the transaction begins: others wait for it.
        List<Content> documents = kept.request().documents().stream()
                .map(input -> Content.of(input.content()))
                .toList();
        byte[] answer = Content.deflate(kept.answer());
        return database.write(session -> keep(session, kept, documents, answer));
    }

    @Override
    public Stored<Optional<Keeping>> earlier(String project, IdempotencyKey key) {
        return database.read(session -> earlier(session, project, key));
    }

    @Override
    public Stored<Optional<KeptAssessment>> find(String id) {
        return database.read(session -> session.row(
                "select " + Summaries.COLUMNS + ", a.answer, a.answer_size from assessment a where a.id = ?",
                row -> new KeptAssessment(
                        Summaries.read(row),
                        Content.inflate(row.bytes("answer"), row.integer("answer_size")),
                        Documents.list(session, id)),
                id));
    }

    @Override
    public Stored<Optional<AssessmentSummary>> latest(String project) {
        return database.read(session -> newest(session, project));
    }

    @Override
    public Stored<Page<AssessmentSummary>> list(String project, @Nullable Position before, int limit) {
        int most = Page.checked(limit);
        return database.read(session -> Page.of(
                before == null
                        ? session.rows(
                                SUMMARY + " where a.project = ?" + NEWEST_FIRST, Summaries::read, project, most + 1)
                        : before(session, project, before, most + 1),
                most));
    }

    @Override
    public Stored<Optional<Replayable>> replayable(String id) {
        return database.read(session -> replayable(session, id));
    }

    @Override
    public Stored<Page<Replayable>> newestReplayable(@Nullable String after, int limit) {
        int most = Page.checked(limit);
        return database.read(session -> {
            List<String> ids = session.rows(
                    "select a.id from project p join assessment a on a.id = (select n.id from assessment n"
                            + " where n.project = p.name order by n.number desc limit 1)"
                            + " where p.name > ? order by p.name limit ?",
                    row -> row.text("id"),
                    after == null ? "" : after,
                    most + 1);
            List<Replayable> found = ids.stream()
                    .limit(most)
                    .flatMap(id -> replayable(session, id).stream())
                    .toList();
            return new Page<>(found, ids.size() > most);
        });
    }

    @Override
    public Stored<Integer> assessedProjects() {
        return database.read(session -> session.row(
                        "select count(*) as found from project p where exists"
                                + " (select 1 from assessment a where a.project = p.name)",
                        row -> row.integer("found"))
                .orElseThrow());
    }

    @Override
    public Stored<List<Replayable>> latestReplayable(int limit, long bytes) {
        int most = Page.checked(limit);
        return database.read(session -> {
            List<Replayable> found = new ArrayList<>();
            long left = bytes;
            for (Sized each : latest(session, most)) {
                if (each.bytes() <= left) {
                    replayable(session, each.id()).ifPresent(found::add);
                    left -= each.bytes();
                }
            }
            return found;
        });
    }

    @Override
    public Stored<Optional<byte[]>> document(String sha256) {
        return database.read(session -> Content.find(session, sha256));
    }

    private static Keeping keep(Session session, NewAssessment kept, List<Content> documents, byte[] answer) {
        AssessmentSummary summary = AssessmentSummary.of(kept);
        IdempotencyKey key = kept.key();
        session.share(Dialect.Lock.CONTENT);
        SqlProjects.create(session, summary.project(), ProjectDetails.NONE, summary.at());
        session.take(summary.project());
        Optional<AssessmentSummary> before = newest(session, summary.project());
        if (key != null && !claim(session, summary, key)) {
            return earlier(session, summary.project(), key).orElseThrow();
        }
        insert(session, summary, Json.write(Context.of(kept.request())), kept.answer().length, answer);
        Documents.keep(session, summary.id(), kept.request().documents(), documents);
        before.ifPresent(was -> Events.judged(session, was, summary));
        return new Keeping.Kept(summary);
    }

    private static List<AssessmentSummary> before(Session session, String project, Position before, int limit) {
        return session.rows(
                SUMMARY + " where a.project = ? and a.number < " + BEFORE + NEWEST_FIRST,
                Summaries::read,
                project,
                before.id(),
                project,
                project,
                before.at(),
                before.id(),
                limit);
    }

    /** The one kept last: a clock that was set back says nothing of that. */
    private static Optional<AssessmentSummary> newest(Session session, String project) {
        return session.row(SUMMARY + " where a.project = ?" + NEWEST_FIRST, Summaries::read, project, 1);
    }

    /** Whether the key was free. Of two who claim it at once, one waits here until the other is done. */
    private static boolean claim(Session session, AssessmentSummary summary, IdempotencyKey key) {
        return session.change(
                        "insert into idempotency (project, key, request, assessment) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        summary.project(),
                        key.key(),
                        key.request(),
                        summary.id())
                == 1;
    }

    private static void insert(
            Session session, AssessmentSummary summary, String context, int answerSize, byte[] answer) {
        session.change(
                "insert into assessment (id, project, made, day, verdict, readiness, cap, completion, coverage,"
                        + " deferred_risk, raw, confidence, rules, profile, context, answer_size, answer, number)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                        + session.dialect().nextAssessment() + ")",
                summary.id(),
                summary.project(),
                summary.at(),
                summary.day(),
                summary.verdict(),
                summary.readiness(),
                summary.cap(),
                summary.completion(),
                summary.coverage(),
                summary.deferredRisk(),
                summary.raw(),
                summary.confidence(),
                summary.rules(),
                summary.profile(),
                context,
                answerSize,
                answer);
    }

    private static Optional<Keeping> earlier(Session session, String project, IdempotencyKey key) {
        return session.row(
                "select request, assessment from idempotency where project = ? and key = ?",
                row -> row.text("request").equals(key.request())
                        ? new Keeping.Repeated(row.text("assessment"))
                        : new Keeping.KeyTaken(row.text("assessment")),
                project,
                key.key());
    }

    /** The newest assessments of projects, the latest first, and how large their documents are. */
    private static List<Sized> latest(Session session, int most) {
        return session.rows(
                "select a.id, (select coalesce(sum(c.size), 0) from assessment_document d"
                        + " join content c on c.sha256 = d.sha256 where d.assessment = a.id) as bytes"
                        + " from project p join assessment a on a.id = (select n.id from assessment n"
                        + " where n.project = p.name order by n.number desc limit 1)"
                        + " order by a.number desc limit ?",
                row -> new Sized(row.text("id"), row.number("bytes")),
                most);
    }

    private static Optional<Replayable> replayable(Session session, String id) {
        return session.row(
                "select " + Summaries.COLUMNS + ", a.context from assessment a where a.id = ?",
                row -> replayable(session, row),
                id);
    }

    private static Replayable replayable(Session session, Row row) throws SQLException {
        AssessmentSummary was = Summaries.read(row);
        Context context = Json.read(row.text("context"), Context.class);
        return new Replayable(was, context.request(was, Documents.read(session, was.id())));
    }
}
