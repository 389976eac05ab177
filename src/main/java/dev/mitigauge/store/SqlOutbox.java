package dev.mitigauge.store;

import dev.mitigauge.assessment.kept.DeadLetter;
import dev.mitigauge.assessment.kept.Delivery;
import dev.mitigauge.assessment.kept.EventData;
import dev.mitigauge.assessment.kept.LoggedEvent;
import dev.mitigauge.assessment.kept.Outbox;
import dev.mitigauge.assessment.kept.OutboxState;
import dev.mitigauge.assessment.kept.Page;
import dev.mitigauge.assessment.kept.ProjectWaiver;
import dev.mitigauge.assessment.kept.Settling;
import dev.mitigauge.assessment.kept.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events and who still has to be told of them, in tables. What may have nothing to do asks first: only one connection of SQLite writes. */
record SqlOutbox(Database database) implements Outbox {

    private static final int BATCH = 100;

    /**
     * What is due, or was put off by a clock that was ahead of this one: by a clock that was set back, or by that of a replica. Clocks that
     * differ by less are at one.
     */
    private static final String DUE = "state = ? and target = ? and (due <= ? or decided > ?)";

    private static final Duration AT_ONE = Duration.ofMinutes(1);

    private static final String LOG = "select " + Events.COLUMNS + " from event e";

    private enum State {
        WAITING,
        DELIVERED,
        DEAD
    }

    /** Which delivery was claimed, and how often so far. */
    private record Claimed(long event, int attempts, Instant since) {}

    /**
     * Which deliveries may be claimed.
     *
     * @param where what holds of them
     * @param values of its question marks
     */
    private record Due(String target, String where, List<Object> values) {

        static Due of(String target, Instant now, Set<String> besides) {
            List<Object> values = new ArrayList<>(List.of(State.WAITING, target, now, now.plus(AT_ONE)));
            values.addAll(besides);
            String others = besides.isEmpty()
                    ? ""
                    : " and not exists (select 1 from event e where e.number = delivery.event and coalesce(e.project, '') in ("
                            + String.join(", ", Collections.nCopies(besides.size(), "?")) + "))";
            return new Due(target, " " + DUE + others, values);
        }
    }

    @Override
    public Stored<Long> newest() {
        return database.read(session -> session.row(
                        "select coalesce(max(number), 0) as newest from event", row -> row.number("newest"))
                .orElseThrow());
    }

    @Override
    public Stored<Page<LoggedEvent>> after(long number, int limit) {
        int most = Page.checked(limit);
        return database.read(session -> Page.of(
                session.rows(LOG + " where number > ? order by number limit ?", Events::read, number, most + 1), most));
    }

    @Override
    public Stored<Integer> announce(LocalDate first, LocalDate last, Instant at) {
        return database.read(session -> SqlWaivers.unannounced(session, first, last))
                .then(waivers -> waivers.isEmpty()
                        ? new Stored.Done<>(0)
                        : database.write(session -> waivers.stream()
                                .mapToInt(waiver -> announce(session, waiver, at))
                                .sum()));
    }

    @Override
    public Stored<Integer> plan(Function<LoggedEvent, Set<String>> targets, Instant at) {
        return database.read(session ->
                        session.rows(LOG + " where planned is null order by number limit ?", Events::read, BATCH))
                .then(events -> events.isEmpty()
                        ? new Stored.Done<>(0)
                        : database.write(session -> plan(session, events, targets, at)));
    }

    @Override
    public Stored<Optional<Delivery>> claim(String target, Instant now, Instant until, Set<String> besides) {
        Due due = Due.of(target, now, besides);
        return database.read(session -> isDue(session, due))
                .then(some -> some
                        ? database.write(session -> claim(session, due, now, until))
                        : new Stored.Done<>(Optional.empty()));
    }

    @Override
    public Stored<Boolean> settle(Delivery delivery, Settling what) {
        return database.write(session -> settled(session, delivery, what) == 1);
    }

    @Override
    public Stored<Integer> giveUp(Instant before) {
        String late = " where state = ? and since < ?";
        return database.read(session -> session.row(
                                "select 1 as late from delivery" + late + " limit 1",
                                row -> true,
                                State.WAITING,
                                before)
                        .isPresent())
                .then(some -> some
                        ? database.write(session -> session.change(
                                "update delivery set state = ?, reason = coalesce(reason, ?)" + late,
                                State.DEAD,
                                "it was not sent in time",
                                State.WAITING,
                                before))
                        : new Stored.Done<>(0));
    }

    @Override
    public Stored<OutboxState> state() {
        return database.read(session -> session.row(
                        "select (select count(*) from delivery where state = ?) as waiting,"
                                + " (select min(since) from delivery where state = ?) as oldest,"
                                + " (select count(*) from delivery where state = ?) as dead",
                        row -> new OutboxState(
                                row.integer("waiting"), row.instantOrNull("oldest"), row.integer("dead")),
                        State.WAITING,
                        State.WAITING,
                        State.DEAD)
                .orElse(OutboxState.EMPTY));
    }

    @Override
    public Stored<Page<DeadLetter>> dead(int limit) {
        int most = Page.checked(limit);
        return database.read(session -> Page.of(
                session.rows(
                        "select " + Events.COLUMNS + ", d.target, d.attempts, d.reason from delivery d"
                                + " join event e on e.number = d.event where d.state = ?"
                                + " order by d.event desc, d.target limit ?",
                        row -> new DeadLetter(
                                Events.read(row), row.text("target"), row.integer("attempts"), row.text("reason")),
                        State.DEAD,
                        most + 1),
                most));
    }

    @Override
    public Stored<Integer> retry(@Nullable Long event, @Nullable String target, Instant at) {
        // What is null is compared with itself.
        return database.write(session -> session.change(
                "update delivery set state = ?, attempts = 0, due = ?, since = ?, decided = ? where state = ?"
                        + " and event = coalesce(cast(? as bigint), event) and target = coalesce(cast(? as text), target)",
                State.WAITING,
                at,
                at,
                at,
                State.DEAD,
                event,
                target));
    }

    @Override
    public Stored<Integer> forget(Instant before) {
        String old = " where made < ? and planned is not null and not exists"
                + " (select 1 from delivery d where d.event = event.number and d.state = ?)";
        return database.read(session -> session.row(
                                "select 1 as old from event" + old + " limit 1", row -> true, before, State.WAITING)
                        .isPresent())
                .then(some -> some
                        ? database.write(session -> session.change("delete from event" + old, before, State.WAITING))
                        : new Stored.Done<>(0));
    }

    /** Replicas may come for the same waiver at once; whoever marks it writes it down. */
    private static int announce(Session session, ProjectWaiver waiver, Instant at) {
        boolean first = SqlWaivers.markAnnounced(session, waiver);
        if (first) {
            Events.add(session, EventData.WaiverExpiring.of(waiver), at);
        }
        return first ? 1 : 0;
    }

    private static int plan(
            Session session, List<LoggedEvent> events, Function<LoggedEvent, Set<String>> targets, Instant at) {
        int planned = 0;
        for (LoggedEvent event : events) {
            boolean first = session.change(
                            "update event set planned = ? where number = ? and planned is null", at, event.number())
                    == 1;
            if (first) {
                targets.apply(event).forEach(target -> address(session, event, target, at));
                planned++;
            }
        }
        return planned;
    }

    private static void address(Session session, LoggedEvent event, String target, Instant at) {
        session.change(
                "insert into delivery (event, target, state, attempts, due, since, decided) values (?, ?, ?, 0, ?, ?, ?)",
                event.number(),
                target,
                State.WAITING,
                at,
                at,
                at);
    }

    private static boolean isDue(Session session, Due due) {
        return session.row(
                        "select 1 as due from delivery where" + due.where() + " limit 1",
                        row -> true,
                        due.values().toArray())
                .isPresent();
    }

    private static Optional<Delivery> claim(Session session, Due due, Instant now, Instant until) {
        // It may have become another's between the two.
        List<Object> values = new ArrayList<>(List.of(until, now));
        values.addAll(due.values());
        values.addAll(due.values());
        return session.row(
                        "update delivery set attempts = attempts + 1, due = ?, decided = ? where" + due.where()
                                + " and event = (select event from delivery where" + due.where()
                                + " order by due, event limit 1"
                                + session.dialect().skipLocked() + ")"
                                + " returning event, attempts, since",
                        row -> new Claimed(row.number("event"), row.integer("attempts"), row.instant("since")),
                        values.toArray())
                .map(claimed -> new Delivery(
                        session.row(LOG + " where number = ?", Events::read, claimed.event())
                                .orElseThrow(),
                        due.target(),
                        claimed.attempts(),
                        claimed.since()));
    }

    private static int settled(Session session, Delivery delivery, Settling what) {
        long event = delivery.event().number();
        if (what instanceof Settling.Delivered done) {
            return session.change(
                    "update delivery set state = ?, due = ?, reason = null where event = ? and target = ?",
                    State.DELIVERED,
                    done.at(),
                    event,
                    delivery.target());
        }
        // Whoever claimed it later knows better what came of it.
        String mine = " where event = ? and target = ? and state = ? and attempts = ?";
        return what instanceof Settling.Again again
                ? session.change(
                        "update delivery set due = ?, decided = ?, reason = ?" + mine,
                        again.due(),
                        again.at(),
                        again.reason(),
                        event,
                        delivery.target(),
                        State.WAITING,
                        delivery.attempt())
                : session.change(
                        "update delivery set state = ?, reason = ?" + mine,
                        State.DEAD,
                        ((Settling.Dead) what).reason(),
                        event,
                        delivery.target(),
                        State.WAITING,
                        delivery.attempt());
    }
}
