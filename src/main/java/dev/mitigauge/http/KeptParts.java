package dev.mitigauge.http;

import dev.mitigauge.assessment.RuleSwitch;
import dev.mitigauge.assessment.RuleTrials;
import dev.mitigauge.assessment.StricterSets;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.kept.Store;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;

/**
 * What a service has that keeps something.
 *
 * @param store where it keeps it
 * @param rules changes which rule set is active
 * @param trials loads what is to be active, and asks a certificate of it
 * @param waivers bounds of the waivers of projects
 * @param stricter puts tables of projects into rule sets
 * @param ownTables bounds of these tables
 * @param events how readers are told of what happens
 */
public record KeptParts(
        Store store,
        RuleSwitch rules,
        RuleTrials trials,
        WaiverSettings waivers,
        StricterSets stricter,
        OwnTableSettings ownTables,
        EventSettings events) {}
