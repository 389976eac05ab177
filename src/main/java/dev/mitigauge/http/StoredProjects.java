package dev.mitigauge.http;

import dev.mitigauge.assessment.Replays;
import dev.mitigauge.assessment.StoredReplays;
import dev.mitigauge.assessment.kept.History;
import dev.mitigauge.assessment.kept.Role;
import dev.mitigauge.assessment.kept.Stored;
import org.jspecify.annotations.Nullable;

/** The projects of the store, for who may see what is kept of them. */
final class StoredProjects {

    private final @Nullable History history;

    /** @param history of the store, null if nothing is kept */
    StoredProjects(@Nullable History history) {
        this.history = history;
    }

    /** What came of asking for them. */
    sealed interface Asked {

        /** They are there; at least one. */
        record Yes(Replays projects) implements Asked {}

        /** They are not, or not for this caller. */
        record No(Problem problem) implements Asked {}
    }

    Asked ask(Caller caller) {
        if (!caller.may(Role.READ)) {
            return new Asked.No(Problems.lacksRole(caller.name(), Role.READ));
        }
        if (history == null) {
            return new Asked.No(Problems.nothingKept());
        }
        Stored<StoredReplays> found = StoredReplays.of(history);
        if (found instanceof Stored.Unavailable<StoredReplays> unavailable) {
            return new Asked.No(Problems.away(unavailable.outage()));
        }
        StoredReplays projects = found.orElseThrow();
        return projects.size() == 0 ? new Asked.No(Problems.nothingAssessed()) : new Asked.Yes(projects);
    }
}
