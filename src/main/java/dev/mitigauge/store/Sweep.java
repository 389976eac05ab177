package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Stored;
import dev.mitigauge.assessment.kept.Swept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes what is kept long enough, a few at a time, so that nobody waits long. */
record Sweep(Database database, StoreSettings settings) {

    private static final int BATCH = 500;

    Stored<Swept> run(Instant now) {
        if (settings.keepPerProject() == 0 && settings.keepDays() == 0) {
            return new Stored.Done<>(new Swept(0, 0));
        }
        return assessments(now).then(assessments -> documents().map(documents -> new Swept(assessments, documents)));
    }

    private Stored<Integer> assessments(Instant now) {
        int total = 0;
        while (true) {
            // Asked beside those who write. What is too old or one too many stays so, whatever comes meanwhile.
            Stored<List<String>> found = database.read(session -> tooMany(session, now));
            if (!(found instanceof Stored.Done<List<String>> done)
                    || done.value().isEmpty()) {
                int removed = total;
                return found.map(none -> removed);
            }
            Stored<Integer> removed = database.write(session -> remove(session, done.value()));
            if (!(removed instanceof Stored.Done<Integer> some)) {
                return removed;
            }
            total += some.value();
        }
    }

    private List<String> tooMany(Session session, Instant now) {
        int most = settings.keepPerProject() == 0 ? Integer.MAX_VALUE : settings.keepPerProject();
        Instant oldest = settings.keepDays() == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(settings.keepDays()));
        return session.rows(
                "select id from (select id, made, row_number() over (partition by project order by number desc)"
                        + " as place from assessment) as ranked"
                        + " where place > 1 and (place > ? or made < ?) order by made limit ?",
                row -> row.text("id"),
                most,
                oldest,
                BATCH);
    }

    private static int remove(Session session, List<String> ids) {
        return ids.stream()
                .mapToInt(id -> session.change("delete from assessment where id = ?", id))
                .sum();
    }

    private Stored<Integer> documents() {
        int total = 0;
        String after = "";
        while (true) {
            String from = after;
            Stored<List<String>> found = database.read(session -> session.rows(
                    "select c.sha256 from content c where c.sha256 > ? and" + Content.UNUSED
                            + " order by c.sha256 limit ?",
                    row -> row.text("sha256"),
                    from,
                    BATCH));
            if (!(found instanceof Stored.Done<List<String>> done)) {
                return found.map(List::size);
            }
            if (done.value().isEmpty()) {
                return new Stored.Done<>(total);
            }
            Stored<Integer> removed = database.write(session -> removeUnused(session, done.value()));
            if (!(removed instanceof Stored.Done<Integer> some)) {
                return removed;
            }
            total += some.value();
            after = done.value().get(done.value().size() - 1);
        }
    }

    /** Under the lock nobody can begin to need one of them, and those who did meanwhile are seen. */
    private static int removeUnused(Session session, List<String> digests) {
        session.take(Dialect.Lock.CONTENT);
        return Content.removeUnused(session, digests);
    }
}
