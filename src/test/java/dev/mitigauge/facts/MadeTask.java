package dev.mitigauge.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks for tests to which little of a task matters. */
public final class MadeTask {

    private static final String DOC = "doc";

    private MadeTask() {}

    /**
     * A task that says nothing else.
     *
     * @param id a letter and the line that it stands in, such as {@code T7}
     */
    public static Task task(String id, TaskState state, Tier tier, @Nullable String duplicateOf) {
        int line = Integer.parseInt(id.substring(1));
        return new Task(
                id,
                DOC,
                DOC,
                id,
                state,
                tier,
                false,
                Proof.STATED,
                false,
                null,
                Set.of(),
                List.of(),
                null,
                null,
                null,
                id,
                duplicateOf,
                new SourceRef(DOC, line, line, ""));
    }
}
