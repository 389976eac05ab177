package dev.mitigauge.http;

import dev.mitigauge.assessment.kept.ProjectStanding;

/** The tag of a project: its version, which conditions of changes compare, and its newest assessment, which is told as well. */
final class ProjectTag {

    private ProjectTag() {}

    static EntityTag of(ProjectStanding standing) {
        String latest = standing.latest() == null ? "none" : standing.latest().id();
        return EntityTag.of(standing.project().version(), latest);
    }
}
