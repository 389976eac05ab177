package dev.mitigauge.facts;

/** In which way a mitigation helps. */
public enum MitigationKind {
    /** Something that works against the risk. */
    CONTROL,
    /** Something that limits how far it can go. */
    BOUND,
    /** A condition under which it can't strike; watched as an {@link Assumption}. */
    ASSUMPTION,
    /** The risk itself is said to be only one of several layers. */
    DEFENCE_IN_DEPTH
}
