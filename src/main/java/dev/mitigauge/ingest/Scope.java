package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the headings above a line say of it.
 *
 * @param sectionId id of the section, the document's name outside of any
 * @param path titles of the headings
 * @param tier how much items here matter
 * @param must whether items here are explicit conditions of release
 * @param severity severity that a heading gives to the risks under it, null if none
 * @param environment the environment that a heading names, null if none
 * @param family what an item without further signs is here
 * @param role the nearest role that a heading gives, null if none
 * @param ownRole whether the role comes from this heading itself or one that is about items, rather than from the document's title
 * @param defaultState state of items here that state none: done under "Completed", null if the headings say nothing
 */
record Scope(
        String sectionId,
        List<String> path,
        Tier tier,
        boolean must,
        @Nullable Severity severity,
        @Nullable String environment,
        Family family,
        @Nullable SectionRole role,
        boolean ownRole,
        @Nullable WrittenState defaultState) {

    /** What is known of a line without regard to any heading. */
    static final Scope NONE =
            new Scope("", List.of(), Tier.NORMAL, false, null, null, Family.UNKNOWN, null, false, null);

    /** The same in a register. */
    static final Scope REGISTER =
            new Scope("", List.of(), Tier.NORMAL, false, null, null, Family.RISK, null, false, null);

    /** What an item is. */
    enum Family {
        RISK,
        TASK,
        UNKNOWN
    }

    /** Legends and sign-offs: nothing here is an item. */
    boolean isSilent() {
        return role == SectionRole.LEGEND || role == SectionRole.SIGN_OFF;
    }

    /** Criteria, summaries, lists of references and what to do in an emergency: only boxes count here. */
    boolean isRestating() {
        return isRestating(role);
    }

    static boolean isRestating(@Nullable SectionRole role) {
        return role == SectionRole.CRITERIA
                || role == SectionRole.SUMMARY
                || role == SectionRole.CONTENTS
                || role == SectionRole.SUPPORT;
    }

    /** Whether a heading below the title says what stands here: what it is, in which state, how bad or how urgent. */
    boolean isTold() {
        return role != null || severity != null || defaultState != null || must || tier != Tier.NORMAL;
    }

    boolean isOpen() {
        return defaultState == WrittenState.OPEN;
    }

    Scope withRole(@Nullable SectionRole newRole) {
        return new Scope(sectionId, path, tier, must, severity, environment, family, newRole, ownRole, defaultState);
    }

    /** The same, as much about items as that one is: "Before a release, check:" goes on with what the heading above it says. */
    Scope of(Scope above) {
        return new Scope(sectionId, path, tier, must, severity, environment, family, role, above.ownRole, defaultState);
    }

    /** The same, but what stands here is no condition of release. */
    Scope optional() {
        return new Scope(sectionId, path, tier, false, severity, environment, family, role, ownRole, defaultState);
    }

    /** The same, but what stands here matters that much. */
    Scope weighing(Meaning.Weight weight) {
        return new Scope(
                sectionId,
                path,
                weight.tier(),
                weight.must(),
                severity,
                environment,
                family,
                role,
                ownRole,
                defaultState);
    }

    /** The same, but what stands here is done, as it says itself. */
    Scope done() {
        return new Scope(
                sectionId, path, tier, must, severity, environment, family, SectionRole.DONE, true, WrittenState.DONE);
    }

    /** What the document's title gives to what stands under it: the family, and whether it is still to be done; no more. */
    Scope ofTitle() {
        WrittenState state = role == SectionRole.OPEN ? WrittenState.OPEN : null;
        return new Scope(sectionId, path, Tier.NORMAL, false, null, environment, family, null, false, state);
    }

    /** The same for an item that is a heading itself. */
    Scope in(String newSection, String title) {
        List<String> newPath = new java.util.ArrayList<>(path);
        newPath.add(title);
        return new Scope(newSection, newPath, tier, must, severity, environment, family, role, ownRole, defaultState);
    }
}
