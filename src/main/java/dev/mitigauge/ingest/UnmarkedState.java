package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/** State of a bullet that carries no mark. */
final class UnmarkedState {

    private final Shape shape;

    UnmarkedState(Shape shape) {
        this.shape = shape;
    }

    /** State of a bullet without a mark: from what stands behind it, or from a heading that is about items in one state. */
    @Nullable
    WrittenState of(Lead lead, Scope scope) {
        if (lead.trailing() != null) {
            return lead.trailing();
        }
        // "Fixed" in a change log tells what a version brought, and nothing of what was to be done.
        boolean inState = !shape.isHistory() && (scope.role() == SectionRole.DONE || scope.role() == SectionRole.OPEN);
        if (inState && scope.ownRole()) {
            return scope.defaultState();
        }
        boolean toDo =
                scope.family() == Scope.Family.TASK || (shape.hasOpenTitle() && scope.family() == Scope.Family.UNKNOWN);
        if (toDo && !shape.hasMarks && !scope.isRestating() && shape.isOnlyLists()) {
            return WrittenState.OPEN;
        }
        boolean counts = scope.must() || !shape.hasMarks;
        boolean listed = scope.role() == SectionRole.TASKS && scope.ownRole();
        return listed && counts && !shape.keepsEntries ? WrittenState.OPEN : null;
    }
}
