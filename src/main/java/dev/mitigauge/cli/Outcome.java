package dev.mitigauge.cli;

import java.util.List;
import java.util.function.Function;

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

    /** What comes of the thing, or what is wrong with it. */
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return this instanceof Made<T> made ? next.apply(made.value()) : new Invalid<>(((Invalid<T>) this).faults());
    }

    /**
     * The thing.
     *
     * @throws IllegalStateException if there is none; its message says what is wrong
     */
    default T orElseThrow() {
        if (this instanceof Made<T> made) {
            return made.value();
        }
        throw new IllegalStateException(((Invalid<T>) this).faults().toString());
    }

    /** The thing, or the end of the command with {@link ExitCode#INVALID}. */
    default T orComplain() {
        if (this instanceof Made<T> made) {
            return made.value();
        }
        throw new Complaint(ExitCode.INVALID, ((Invalid<T>) this).faults());
    }
}
