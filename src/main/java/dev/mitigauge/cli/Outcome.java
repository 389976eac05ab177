package dev.mitigauge.cli;

import java.util.List;

/** What came of making something of files that the user wrote: the thing, or all that is wrong with them. */
public sealed interface Outcome<T> {

    /** It worked. */
    record Made<T>(T value) implements Outcome<T> {}

    /** It did not; never empty. */
    record Invalid<T>(List<Fault> faults) implements Outcome<T> {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** The thing, or the end of the command with {@link ExitCode#INVALID}. */
    default T orComplain() {
        if (this instanceof Made<T> made) {
            return made.value();
        }
        throw new Complaint(ExitCode.INVALID, ((Invalid<T>) this).faults());
    }
}
