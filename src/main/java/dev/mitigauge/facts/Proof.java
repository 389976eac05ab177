package dev.mitigauge.facts;

/** How a tick is proven, weakest first. */
public enum Proof {
    /** The tick alone. */
    STATED,
    /** The work is said to be documented, not done. */
    DOCUMENTED_ONLY,
    /** A note, number, file, commit or issue says what was done. */
    REFERENCED,
    /** What is referred to was looked up and found. */
    VERIFIED
}
