package dev.mitigauge.findings;

/** All checklists that were given are blank forms. */
public record BlankForm() {}
