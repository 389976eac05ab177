package dev.mitigauge.findings;

/** What a mitigation is worth. */
public enum Standing {
    /** Said in prose, nothing more. */
    CLAIMED,
    /** What it refers to is finished work. */
    REFERENCED,
    /** What it refers to was looked up and found. */
    VERIFIED,
    /** Not in place yet: worth nothing. */
    PLANNED,
    /** It rests on an assumption that does not hold: worth nothing. */
    VOID,
    /** What it refers to is open again: worth nothing. */
    BROKEN,
    /** Its time has run out: worth nothing. */
    EXPIRED
}
