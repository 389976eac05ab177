package dev.mitigauge.assessment.kept;

import dev.mitigauge.findings.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an event says besides that it happened. Texts in which people explain themselves are left out: events leave the house. */
public sealed interface EventData {

    EventType type();

    /** What it is about, such as {@code projects/ferry}. */
    String subject();

    /** The project that it concerns, null if it concerns all. */
    @Nullable
    String project();

    /**
     * A verdict changed.
     *
     * @param assessment id of the one that changed it
     * @param previousAssessment id of the one before
     * @param readiness 0 to 100
     * @param rules digest of the rule set that judged
     */
    record VerdictChanged(
            String project,
            Verdict verdict,
            Verdict previousVerdict,
            String assessment,
            String previousAssessment,
            double readiness,
            String rules)
            implements EventData {

        /** What the second says that the first did not. */
        public static VerdictChanged between(AssessmentSummary before, AssessmentSummary now) {
            return new VerdictChanged(
                    now.project(),
                    now.verdict(),
                    before.verdict(),
                    now.id(),
                    before.id(),
                    now.readiness(),
                    now.rules());
        }

        @Override
        public EventType type() {
            return EventType.VERDICT_CHANGED;
        }

        @Override
        public String subject() {
            return "projects/" + project;
        }
    }

    /**
     * A waiver ends soon.
     *
     * @param waiver its id
     * @param rule that it covers, null for any
     * @param item that it covers, null for any
     * @param section that it covers, null for any
     * @param expires last day on which it counts
     */
    record WaiverExpiring(
            String project,
            String waiver,
            @Nullable String rule,
            @Nullable String item,
            @Nullable String section,
            String owner,
            LocalDate expires)
            implements EventData {

        /** What is to be said of that waiver. */
        public static WaiverExpiring of(ProjectWaiver kept) {
            var waiver = kept.terms().waiver();
            return new WaiverExpiring(
                    kept.project(),
                    waiver.id(),
                    waiver.rule(),
                    waiver.item(),
                    kept.terms().section(),
                    waiver.owner(),
                    waiver.expires());
        }

        @Override
        public EventType type() {
            return EventType.WAIVER_EXPIRING;
        }

        @Override
        public String subject() {
            return "projects/" + project + "/waivers/" + waiver;
        }
    }

    /**
     * Other rules judge.
     *
     * @param digest of the set
     * @param previousDigest of the set before
     * @param activation number of the entry in the history of rule sets
     * @param who name of a token, or of the part of the program that did it
     * @param how what made it so
     */
    record RulesChanged(String digest, String previousDigest, long activation, String who, NewActivation.How how)
            implements EventData {

        @Override
        public EventType type() {
            return EventType.RULES_CHANGED;
        }

        @Override
        public String subject() {
            return "rulesets/" + digest;
        }

        @Override
        public @Nullable String project() {
            return null;
        }
    }
}
