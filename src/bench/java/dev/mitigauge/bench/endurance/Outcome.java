package dev.mitigauge.bench.endurance;

/** What came of a request. */
enum Outcome {
    /** Answered as it should be. */
    ANSWERED,
    /** Told to come again because the store is away, while it was. */
    AWAY,
    /** Without an answer because its caller hung up. */
    CUT,
    /** Told to come again because too much is asked. */
    SHED,
    /** Anything else. */
    WRONG
}
