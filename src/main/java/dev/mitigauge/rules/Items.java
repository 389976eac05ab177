package dev.mitigauge.rules;

import dev.mitigauge.facts.Assumption;
import dev.mitigauge.facts.DeferredRisk;
import dev.mitigauge.facts.Deployment;
import dev.mitigauge.facts.Document;
import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Mitigation;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.StatusClaim;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.Waiver;

/** The names by which facts are known. */
final class Items {

    private Items() {}

    /** Id of the fact, empty if facts of its kind have none. */
    static String id(Fact fact) {
        if (fact instanceof Task task) {
            return task.id();
        } else if (fact instanceof DeferredRisk risk) {
            return risk.id();
        } else if (fact instanceof Mitigation mitigation) {
            return mitigation.id();
        } else if (fact instanceof Section section) {
            return section.id();
        } else if (fact instanceof StatusClaim claim) {
            return claim.id();
        } else if (fact instanceof Document document) {
            return document.name();
        } else if (fact instanceof Waiver waiver) {
            return waiver.id();
        } else if (fact instanceof Deployment deployment) {
            return deployment.key();
        } else if (fact instanceof Assumption assumption) {
            return assumption.mitigationId() + " " + assumption.key();
        }
        return "";
    }
}
