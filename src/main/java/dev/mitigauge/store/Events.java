package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.AssessmentSummary;
import dev.mitigauge.assessment.kept.EventData;
import dev.mitigauge.assessment.kept.EventType;
import dev.mitigauge.assessment.kept.LoggedEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The log of events as a table; written to within the transactions of what causes them. */
final class Events {

    static final String COLUMNS = "e.number, e.id, e.type, e.project, e.subject, e.made, e.data, e.traceparent";

    private Events() {}

    /** Writes down that the verdict changed, if it did. */
    static void judged(Session session, AssessmentSummary before, AssessmentSummary now) {
        if (now.verdict() != before.verdict()) {
            add(session, EventData.VerdictChanged.between(before, now), now.at());
        }
    }

    /** To be called last in a transaction: see {@link Dialect.Lock#EVENTS}. */
    static void add(Session session, EventData data, Instant at) {
        session.take(Dialect.Lock.EVENTS);
        session.change(
                "insert into event (id, type, project, subject, made, data, traceparent) values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                data.type(),
                data.project(),
                data.subject(),
                at,
                Json.write(data),
                session.traceParent());
    }

    static LoggedEvent read(Row row) throws SQLException {
        return new LoggedEvent(
                row.number("number"),
                row.text("id"),
                EventType.valueOf(row.text("type")),
                row.textOrNull("project"),
                row.text("subject"),
                row.instant("made"),
                row.text("data"),
                row.textOrNull("traceparent"));
    }
}
