package dev.mitigauge.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a finding is accepted for a time.
 *
 * @param id unique within an assessment
 * @param rule id of the rule whose findings it covers, null for any
 * @param item id of the task or risk that it covers, null for any
 * @param owner who answers for it
 * @param reason why
 * @param expires last day on which it counts
 */
public record Waiver(
        String id, @Nullable String rule, @Nullable String item, String owner, String reason, LocalDate expires)
        implements Fact {

    @Override
    public SourceRef source() {
        return SourceRef.CONTEXT;
    }
}
