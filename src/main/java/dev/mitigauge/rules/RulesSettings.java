package dev.mitigauge.rules;

/**
 * Bounds of judging.
 *
 * @param maxFiringsPerFact most firings of one judgement, for each fact given, at least 1: what ends a rule that fires itself anew
 */
public record RulesSettings(int maxFiringsPerFact) {

    public static final RulesSettings DEFAULT = new RulesSettings(100);

    public RulesSettings {
        if (maxFiringsPerFact < 1) {
            throw new IllegalArgumentException(
                    "rules.maxFiringsPerFact must be at least 1, but is " + maxFiringsPerFact);
        }
    }
}
