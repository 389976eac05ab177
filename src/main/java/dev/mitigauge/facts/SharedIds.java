package dev.mitigauge.facts;

import java.util.HashMap;
import java.util.Map;

/**
 * Ids that several tasks bear. Each task has an id of its own, so the second {@code T-7} is known as {@code T-7-2}; that it refers to
 * {@code T-7} tells what its document calls it.
 */
final class SharedIds {

    private SharedIds() {}

    /** For each task that came later, the id that its document gives it. */
    static Map<String, String> of(Iterable<? extends Fact> facts) {
        Map<String, String> shared = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Reference reference
                    && reference.kind() == ReferenceKind.ID
                    && isNumbered(reference.from(), reference.target())) {
                shared.put(reference.from(), reference.target());
            }
        }
        return shared;
    }

    private static boolean isNumbered(String id, String target) {
        int from = target.length() + 1;
        return id.length() > from
                && id.startsWith(target)
                && id.charAt(from - 1) == '-'
                && id.substring(from).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
