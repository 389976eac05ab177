package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.ProjectStanding;

/** The tag of a project: its version, which conditions of changes compare, its newest assessment and its tables, which are told as well. */
final class ProjectTag {

    private ProjectTag() {}

    static EntityTag of(ProjectStanding standing) {
        String latest = standing.latest() == null ? "none" : standing.latest().id();
        String tables = standing.tables().isEmpty() ? "" : "+" + String.join("+", standing.tables());
        return EntityTag.of(standing.project().version(), latest + tables);
    }
}
