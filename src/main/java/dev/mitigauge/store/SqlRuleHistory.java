package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.Activation;
import dev.mitigauge.assessment.kept.EventData;
import dev.mitigauge.assessment.kept.NewActivation;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.RuleHistory;
import dev.mitigauge.assessment.kept.RuleSetFiles;
import dev.mitigauge.assessment.kept.Stored;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rule sets and their activations in tables. */
record SqlRuleHistory(Database database) implements RuleHistory {

    private static final String COLUMNS = "number, rule_set, made, who, how, note";
    private static final String NEWEST = "select " + COLUMNS + " from activation order by number desc limit 1";

    @Override
    public Stored<RuleSetFiles> keep(RuleSetFiles set) {
        return database.write(session -> {
            keep(session, set);
            return set;
        });
    }

    @Override
    public Stored<Activation> activated(RuleSetFiles set, NewActivation what) {
        return database.write(session -> {
            keep(session, set);
            // Of two who do this at once the second sees what the first did.
            session.take(Dialect.Lock.EVENTS);
            Optional<Activation> before = session.row(NEWEST, SqlRuleHistory::activation);
            Activation now = insert(session, set.digest(), what);
            before.filter(was -> !was.digest().equals(now.digest()))
                    .ifPresent(was -> Events.add(session, changed(was, now), what.at()));
            return now;
        });
    }

    @Override
    public Stored<Optional<RuleSetFiles>> find(String digest) {
        return database.read(session -> session.row(
                "select digest from rule_set where digest = ?",
                row -> new RuleSetFiles(digest, files(session, digest)),
                digest));
    }

    @Override
    public Stored<Page<Activation>> activations(@Nullable Long before, int limit) {
        int most = Page.checked(limit);
        return database.read(session -> {
            List<Activation> found = session.rows(
                    "select " + COLUMNS + " from activation where number < ?" + " order by number desc limit ?",
                    SqlRuleHistory::activation,
                    before == null ? Long.MAX_VALUE : before,
                    most + 1);
            return Page.of(found, most);
        });
    }

    private static Activation insert(Session session, String digest, NewActivation what) {
        return session.row(
                        "insert into activation (rule_set, made, who, how, note) values (?, ?, ?, ?, ?) returning "
                                + COLUMNS,
                        SqlRuleHistory::activation,
                        digest,
                        what.at(),
                        what.who(),
                        what.how(),
                        what.note())
                .orElseThrow();
    }

    private static EventData changed(Activation before, Activation now) {
        return new EventData.RulesChanged(
                now.digest(),
                before.digest(),
                now.number(),
                now.what().who(),
                now.what().how());
    }

    private static void keep(Session session, RuleSetFiles set) {
        boolean isNew =
                session.change("insert into rule_set (digest) values (?) on conflict do nothing", set.digest()) == 1;
        if (!isNew) {
            return;
        }
        session.share(Dialect.Lock.CONTENT);
        SortedMap<String, Content> contents = new TreeMap<>();
        set.files().forEach((name, bytes) -> contents.put(name, Content.of(bytes)));
        Content.keep(session, contents.values());
        contents.forEach((name, content) -> session.change(
                "insert into rule_file (rule_set, name, sha256) values (?, ?, ?)",
                set.digest(),
                name,
                content.sha256()));
    }

    private static SortedMap<String, byte[]> files(Session session, String digest) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        session.rows(
                "select f.name, c.size, c.deflated from rule_file f join content c on c.sha256 = f.sha256"
                        + " where f.rule_set = ?",
                row -> files.put(row.text("name"), Content.inflate(row.bytes("deflated"), row.integer("size"))) == null,
                digest);
        return files;
    }

    private static Activation activation(Row row) throws SQLException {
        NewActivation what = new NewActivation(
                row.instant("made"),
                row.text("who"),
                NewActivation.How.valueOf(row.text("how")),
                row.textOrNull("note"));
        return new Activation(row.number("number"), row.text("rule_set"), what);
    }
}
