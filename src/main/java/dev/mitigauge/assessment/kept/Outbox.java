package dev.mitigauge.assessment.kept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Port: what has happened, and who still has to be told. Changes of verdicts and rules are written down by what keeps assessments and
 * activations, in the same transaction; nobody else writes any but {@link #announce}.
 */
public interface Outbox {

    /** Number of the newest event, 0 if there is none. */
    Stored<Long> newest();

    /**
     * Events, oldest first.
     *
     * @param number that of the event after which the page begins
     * @param limit most items, 1 to {@value Page#LARGEST}
     */
    Stored<Page<LoggedEvent>> after(long number, int limit);

    /** Writes down, once each, that waivers end whose last day is one of these; how many there were. */
    Stored<Integer> announce(LocalDate first, LocalDate last, Instant at);

    /**
     * Decides of each new event who is to be told.
     *
     * @param targets names of those to be told of an event
     * @return how many events there were
     */
    Stored<Integer> plan(Function<LoggedEvent, Set<String>> targets, Instant at);

    /**
     * What is to be tried next for a target: nobody else gets it before the lease is over, which counts as an attempt whatever comes of it.
     *
     * @param until end of the lease
     * @param besides projects of which nothing is wanted now, by {@link LoggedEvent#lane}
     */
    Stored<Optional<Delivery>> claim(String target, Instant now, Instant until, Set<String> besides);

    /** The same of any project. */
    default Stored<Optional<Delivery>> claim(String target, Instant now, Instant until) {
        return claim(target, now, until, Set.of());
    }

    /** Says what came of it; whether that still counts: a failure does not once somebody else has claimed it. */
    Stored<Boolean> settle(Delivery delivery, Settling what);

    /** Gives up what began to wait before that time; how many there were. */
    Stored<Integer> giveUp(Instant before);

    Stored<OutboxState> state();

    /**
     * What was given up, newest event first.
     *
     * @param limit most items, 1 to {@value Page#LARGEST}
     */
    Stored<Page<DeadLetter>> dead(int limit);

    /**
     * Has what was given up tried again, as if for the first time.
     *
     * @param event number of the event, null for all
     * @param target its target, null for all
     * @return how many there were
     */
    Stored<Integer> retry(@Nullable Long event, @Nullable String target, Instant at);

    /** Removes events from before that time that wait for nothing, dead letters included; how many there were. */
    Stored<Integer> forget(Instant before);
}
