package dev.mitigauge.http;

import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.Replay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a body was understood as. */
sealed interface Decoded {

    /** Why it was not understood; empty if it was. */
    default Optional<Problem> problem() {
        if (this instanceof Malformed malformed) {
            return Optional.of(Problem.of(Trouble.MALFORMED, List.of(malformed.fault())));
        }
        return this instanceof Invalid invalid
                ? Optional.of(Problem.of(Trouble.INVALID_REQUEST, invalid.faults()))
                : Optional.empty();
    }

    /** A request that makes sense as far as its form goes. */
    record Understood(AssessmentRequest request) implements Decoded {}

    /**
     * Changes of the rules that are to be tried.
     *
     * @param files texts by file name; null for a file that is to go
     * @param projects to be judged by them
     * @param stored whether instead the projects are those of the store
     */
    record Trial(Map<String, @Nullable String> files, List<Replay> projects, boolean stored) implements Decoded {
        public Trial {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
            projects = List.copyOf(projects);
        }
    }

    /**
     * Another rule set that is to be active.
     *
     * @param files changes of the active set by file name, null for a file that is to go; none if a digest is given
     * @param digest of a set that is kept, null if there are changes, or for the set before
     * @param note what is said of it, null for nothing
     */
    record Switch(
            Map<String, @Nullable String> files,
            @Nullable String digest,
            @Nullable String note) implements Decoded {

        public Switch {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
        }
    }

    /** The body breaks the rules of its format: the rest of it can't be told. */
    record Malformed(Fault fault) implements Decoded {}

    /** The format is kept, the content makes no sense; never empty. */
    record Invalid(List<Fault> faults) implements Decoded {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
