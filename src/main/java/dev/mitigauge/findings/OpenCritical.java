package dev.mitigauge.findings;

import dev.mitigauge.facts.Task;

/**
 * A task that must be done before the release and is not: of the critical tier or an explicit must, neither accepted on purpose nor
 * waived nor part of a blank form.
 *
 * @param section id of its section
 * @param document name of its document
 * @param must whether the document makes it an explicit condition of release
 * @param task the task
 */
public record OpenCritical(String section, String document, boolean must, Task task) {}
