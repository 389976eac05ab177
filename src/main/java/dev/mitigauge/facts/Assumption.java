package dev.mitigauge.facts;

/**
 * A condition that a risk's owner relies on, held against the deployment.
 *
 * @param riskId id of the risk
 * @param mitigationId id of the mitigation that rests on it
 * @param key name of the deployment value, such as {@code deployment.instances}
 * @param expected the value that it relies on, such as {@code 1}
 * @param source its lines
 */
public record Assumption(String riskId, String mitigationId, String key, String expected, SourceRef source)
        implements Fact {}
