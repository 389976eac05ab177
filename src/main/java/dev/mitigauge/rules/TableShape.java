package dev.mitigauge.rules;

import dev.mitigauge.rules.tables.AllowedDays;
import dev.mitigauge.rules.tables.AssumptionPhrase;
import dev.mitigauge.rules.tables.ClaimWord;
import dev.mitigauge.rules.tables.ConfidenceWeight;
import dev.mitigauge.rules.tables.DeploymentWord;
import dev.mitigauge.rules.tables.EffortWord;
import dev.mitigauge.rules.tables.EnvironmentProfile;
import dev.mitigauge.rules.tables.EnvironmentWord;
import dev.mitigauge.rules.tables.FieldWord;
import dev.mitigauge.rules.tables.LikelihoodImpact;
import dev.mitigauge.rules.tables.MitigationCredit;
import dev.mitigauge.rules.tables.OwnerStrength;
import dev.mitigauge.rules.tables.OwnerWord;
import dev.mitigauge.rules.tables.Parameter;
import dev.mitigauge.rules.tables.ReleaseNeed;
import dev.mitigauge.rules.tables.ReviewStrength;
import dev.mitigauge.rules.tables.ReviewWord;
import dev.mitigauge.rules.tables.RiskCap;
import dev.mitigauge.rules.tables.SectionWord;
import dev.mitigauge.rules.tables.SeverityWeight;
import dev.mitigauge.rules.tables.SeverityWord;
import dev.mitigauge.rules.tables.StatusWord;
import dev.mitigauge.rules.tables.StepEffort;
import dev.mitigauge.rules.tables.TaskCredit;
import dev.mitigauge.rules.tables.TenseWord;
import dev.mitigauge.rules.tables.Threshold;
import dev.mitigauge.rules.tables.TierWeight;
import dev.mitigauge.rules.tables.TierWord;
import dev.mitigauge.rules.tables.TopicWord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table must look like.
 *
 * @param row its record: components are columns
 * @param judged whether rules see its rows; else the reader alone does
 * @param key how many leading columns make a row unique; 0 if rows may repeat
 */
record TableShape(Class<? extends Record> row, boolean judged, int key) {

    /** All tables that the product knows, by name. */
    static final Map<String, TableShape> KNOWN = known();

    /** Name of the table that declares the profiles. */
    static final String THRESHOLDS = "thresholds";

    private static Map<String, TableShape> known() {
        Map<String, TableShape> known = new TreeMap<>();
        known.put("severity-weights", new TableShape(SeverityWeight.class, true, 1));
        known.put("allowed-days", new TableShape(AllowedDays.class, true, 1));
        known.put("likelihood-impact", new TableShape(LikelihoodImpact.class, true, 2));
        known.put("tier-weights", new TableShape(TierWeight.class, true, 1));
        known.put("task-credits", new TableShape(TaskCredit.class, true, 1));
        known.put("mitigation-credits", new TableShape(MitigationCredit.class, true, 1));
        known.put("caps", new TableShape(RiskCap.class, true, 1));
        known.put("confidence-weights", new TableShape(ConfidenceWeight.class, true, 1));
        known.put("parameters", new TableShape(Parameter.class, true, 1));
        known.put(THRESHOLDS, new TableShape(Threshold.class, true, 1));
        known.put("floors", new TableShape(Floor.class, false, 2));
        known.put("status-words", new TableShape(StatusWord.class, false, 0));
        known.put("field-words", new TableShape(FieldWord.class, false, 0));
        known.put("severity-words", new TableShape(SeverityWord.class, false, 0));
        known.put("tier-words", new TableShape(TierWord.class, false, 0));
        known.put("claim-words", new TableShape(ClaimWord.class, false, 0));
        known.put("section-words", new TableShape(SectionWord.class, false, 0));
        known.put("tense-words", new TableShape(TenseWord.class, false, 0));
        known.put("environment-words", new TableShape(EnvironmentWord.class, false, 0));
        known.put("environment-profiles", new TableShape(EnvironmentProfile.class, false, 1));
        known.put("topics", new TableShape(TopicWord.class, false, 0));
        known.put("assumptions", new TableShape(AssumptionPhrase.class, false, 0));
        known.put("release-needs", new TableShape(ReleaseNeed.class, true, 2));
        known.put("deployment-words", new TableShape(DeploymentWord.class, true, 1));
        known.put("owner-strengths", new TableShape(OwnerStrength.class, true, 1));
        known.put("review-strengths", new TableShape(ReviewStrength.class, true, 1));
        known.put("owner-words", new TableShape(OwnerWord.class, false, 0));
        known.put("review-words", new TableShape(ReviewWord.class, false, 0));
        known.put("step-efforts", new TableShape(StepEffort.class, false, 1));
        known.put("effort-words", new TableShape(EffortWord.class, false, 2));
        return known;
    }

    /**
     * The shape of a table that the product knows.
     *
     * @throws IllegalArgumentException if it knows none of that name
     */
    static TableShape known(String name) {
        TableShape shape = KNOWN.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("no shape is known for table " + name);
        }
        return shape;
    }

    /** Names of the columns, in order. */
    List<String> columns() {
        return Arrays.stream(row.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }
}
