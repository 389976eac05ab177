package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.ProjectName;
import java.util.List;
import java.util.Optional;

/** Turns away who must not touch a project, and what can't be one. */
final class ProjectGate {

    private final boolean kept;
    private final Doorkeeper door;

    /** @param kept whether the service keeps anything */
    ProjectGate(boolean kept, Doorkeeper door) {
        this.kept = kept;
        this.door = door;
    }

    /** Why the request must not concern the project, told and written down; empty if it may. On whatever thread. */
    Optional<Reply> refusal(Exchange exchange, String project) {
        if (!exchange.caller().covers(project)) {
            return Optional.of(door.denied(
                    exchange, Problems.otherProject(exchange.caller().name(), project)));
        }
        if (!ProjectName.fits(project)) {
            return Optional.of(door.turnedAway(exchange, noName(project)));
        }
        return kept ? Optional.empty() : Optional.of(door.turnedAway(exchange, Problems.nothingKept()));
    }

    private static Problem noName(String project) {
        return Problem.of(
                Trouble.INVALID_REQUEST,
                List.of(Fault.inField(
                        "project", Quoted.of(project) + " is no name of a project", "use " + ProjectName.WORDS)));
    }
}
