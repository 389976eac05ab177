package dev.mitigauge.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do, to have or to check before going live.
 *
 * @param id unique within an assessment: the id that the document gives, or one made of document and line
 * @param document name of the document
 * @param section id of the section it stands in, the document's name if it stands in none
 * @param text what is to be done, without box and marks
 * @param state what is written of its state
 * @param tier how much it matters
 * @param must whether the document makes it an explicit condition of release
 * @param proof how a tick is proven; {@code STATED} for what is not done
 * @param accepted whether it is left open, or out, on purpose and says so: "(intentional)", "N/A: local only"
 * @param note what follows the text: reason, what was done, null if nothing
 * @param topics topics that text and note touch, names from the topics table
 * @param files paths that it names
 * @param environment the environment it speaks of, null if none
 * @param owner person or team named, null if none
 * @param effort as written, null if none
 * @param fingerprint equal for restatements of the same task
 * @param duplicateOf id of the task that this one repeats, null if it repeats none
 * @param source its lines
 */
public record Task(
        String id,
        String document,
        String section,
        String text,
        TaskState state,
        Tier tier,
        boolean must,
        Proof proof,
        boolean accepted,
        @Nullable String note,
        Set<String> topics,
        List<String> files,
        @Nullable String environment,
        @Nullable String owner,
        @Nullable String effort,
        String fingerprint,
        @Nullable String duplicateOf,
        SourceRef source)
        implements Fact {

    public Task {
        topics = Set.copyOf(topics);
        files = List.copyOf(files);
    }

    /** Whether it repeats another task; such a task is shown and not scored. */
    public boolean duplicate() {
        return duplicateOf != null;
    }

    /** Whether nothing remains to be done. */
    public boolean settled() {
        return state.settled();
    }

    /** The same, as a repetition of the item with the given id. */
    public Task repeating(String first) {
        return new Task(
                id,
                document,
                section,
                text,
                state,
                tier,
                must,
                proof,
                accepted,
                note,
                topics,
                files,
                environment,
                owner,
                effort,
                fingerprint,
                first,
                source);
    }

    /** The same, finished and with evidence: what it would be if somebody did it well. */
    public Task finished() {
        return new Task(
                id,
                document,
                section,
                text,
                TaskState.DONE,
                tier,
                must,
                Proof.REFERENCED,
                accepted,
                note,
                topics,
                files,
                environment,
                owner,
                effort,
                fingerprint,
                duplicateOf,
                source);
    }

    /** The same, with its tick proven in another way. */
    public Task provenAs(Proof other) {
        return new Task(
                id,
                document,
                section,
                text,
                state,
                tier,
                must,
                other,
                accepted,
                note,
                topics,
                files,
                environment,
                owner,
                effort,
                fingerprint,
                duplicateOf,
                source);
    }
}
