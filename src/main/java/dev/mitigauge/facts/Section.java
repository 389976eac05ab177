package dev.mitigauge.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading and what stands under it.
 *
 * @param id unique within an assessment: document name, {@code #}, number of the section in document order
 * @param parent id of the enclosing section, null at the top
 * @param title the heading without marks
 * @param path titles from the outermost heading to this one
 * @param depth heading level, 1 to 6
 * @param phase number of the phase or step that the heading names, null if none
 * @param tier how much what stands here matters
 * @param must whether the heading makes what stands under it an explicit condition of release ("must have", "blocker", "P0")
 * @param environment the environment it speaks of, such as {@code production}, null if none
 * @param source the heading's lines
 */
public record Section(
        String id,
        @Nullable String parent,
        String title,
        List<String> path,
        int depth,
        @Nullable Integer phase,
        Tier tier,
        boolean must,
        @Nullable String environment,
        SourceRef source)
        implements Fact {

    public Section {
        path = List.copyOf(path);
    }
}
