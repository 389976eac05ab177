package dev.mitigauge.findings;

import dev.mitigauge.facts.Waiver;

/**
 * A waiver that is valid today.
 *
 * @param rule id of the rule whose findings it covers, {@code *} for any
 * @param item id of the task, risk or mitigation that it covers, {@code *} for any
 * @param waiverId id of the waiver
 */
public record Covered(String rule, String item, String waiverId) {

    /** Covers everything: stands for what a waiver leaves open. */
    public static final String ANY = "*";

    /** What a waiver covers. */
    public static Covered by(Waiver waiver) {
        String rule = waiver.rule();
        String item = waiver.item();
        return new Covered(rule == null ? ANY : rule, item == null ? ANY : item, waiver.id());
    }
}
