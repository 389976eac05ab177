package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.RiskState;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.WrittenState;
import java.util.List;

/** How an entry stands: open, accepted or resolved, and whether it holds a release. */
final class RiskStanding {

    private final RiskDraft draft;
    private final Vocabulary words;

    RiskStanding(RiskDraft draft, Vocabulary words) {
        this.draft = draft;
        this.words = words;
    }

    RiskState state() {
        WrittenState written = draft.writtenState(words);
        if (written == null) {
            written = draft.marked;
        }
        if (written == null && draft.has(Field.RESOLVED) && !draft.scope.isOpen()) {
            String resolved = draft.text(Field.RESOLVED);
            written = resolved != null && Dates.find(resolved) != null ? WrittenState.DONE : null;
        }
        if (written == null && isDealtWith() && !draft.scope.isOpen()) {
            written = WrittenState.DONE;
        }
        if (written == null) {
            written = draft.scope.defaultState();
        }
        if (written == null) {
            return draft.has(Field.ACCEPTED_BY) ? RiskState.ACCEPTED : RiskState.OPEN;
        }
        return switch (written) {
            case DONE, NOT_APPLICABLE -> draft.left ? RiskState.OPEN : RiskState.RESOLVED;
            case IN_PROGRESS -> RiskState.IN_PROGRESS;
            case ACCEPTED -> RiskState.ACCEPTED;
            case OPEN, BLOCKED, DEFERRED -> RiskState.OPEN;
        };
    }

    /** "Resolution: updated the query": an approach all of which tells what was done, and nothing of what is still to come. */
    private boolean isDealtWith() {
        List<RiskDraft.Value> values = draft.fields.getOrDefault(Field.APPROACH, List.of());
        return !values.isEmpty()
                && !Any.of(values, value -> !isPast(Plain.of(value.raw()).text()));
    }

    private boolean isPast(String text) {
        Phrases.Found<WrittenState> first = words.states.at(text, 0);
        return first != null
                && first.value() == WrittenState.DONE
                && !Any.of(words.states.all(text), found -> found.value() != WrittenState.DONE)
                && !Any.of(words.tenses.all(text), found -> found.value() == Tense.PLANNED);
    }

    boolean must() {
        String blocking = draft.text(Field.BLOCKING);
        return blocking == null ? draft.scope.must() || holds() || blocks() : Status.isYes(blocking, words);
    }

    /** "Release impact: Blocks production": an impact that is to hold a release. */
    private boolean blocks() {
        String impact = draft.text(Field.IMPACT);
        return impact != null && words.fields.whole(impact) == Field.BLOCKING;
    }

    private static final int LONGEST_STATUS = 60;

    /** "Open — release blocking": a status that says that it holds a release. */
    private boolean holds() {
        String status = draft.text(Field.STATUS);
        return status != null
                && status.length() <= LONGEST_STATUS
                && words.weights.all(status).stream()
                        .anyMatch(found -> found.value().must());
    }
}
