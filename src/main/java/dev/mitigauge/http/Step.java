package dev.mitigauge.http;

import java.util.function.Supplier;

/** How far the answer to a body has come. */
sealed interface Step {

    /** It is there. */
    record Answered(Reply reply) implements Step {}

    /**
     * What is left takes the store.
     *
     * @param rest the answer; waits, so never on an event loop, nor on the workers that assess without one
     */
    record TakesStore(Supplier<Reply> rest) implements Step {}

    /** There is no time left for it, or nobody to answer. */
    record TooLate() implements Step {}
}
