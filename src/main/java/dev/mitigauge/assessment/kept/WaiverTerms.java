package dev.mitigauge.assessment.kept;

import dev.mitigauge.assessment.WaivedSections;
import dev.mitigauge.facts.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * What a waiver says.
 *
 * @param waiver id, rule, item, owner, reason and last day
 * @param section title of the section that it covers with all that stands below it, null for any; stands beside no item
 * @param approver who agreed to it, null if nobody was named
 */
public record WaiverTerms(
        Waiver waiver, @Nullable String section, @Nullable String approver) {
    public WaiverTerms {
        Checks.present("id", waiver.id());
        Checks.present("owner", waiver.owner());
        Checks.present("reason", waiver.reason());
        Checks.presentOrNull("rule", waiver.rule());
        Checks.presentOrNull("item", waiver.item());
        Checks.presentOrNull("section", section);
        Checks.presentOrNull("approver", approver);
    }

    /** As it takes part in an assessment. */
    public Waiver judged() {
        return section == null
                ? waiver
                : new Waiver(
                        waiver.id(),
                        waiver.rule(),
                        WaivedSections.item(section),
                        waiver.owner(),
                        waiver.reason(),
                        waiver.expires());
    }
}
