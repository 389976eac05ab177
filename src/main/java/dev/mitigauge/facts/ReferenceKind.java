package dev.mitigauge.facts;

/** What a reference points to. */
public enum ReferenceKind {
    /** An id of this or another document: {@code CQ-ORCH-1}, {@code CVE-2024-1234}. */
    ID,
    PATH,
    ISSUE,
    COMMIT,
    LINK
}
