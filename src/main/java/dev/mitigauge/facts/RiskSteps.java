package dev.mitigauge.facts;

/**
 * How far the steps are that a risk suggests; delivered by {@link Parts} so that rules need not search. A step is done if it is ticked, or
 * if a finished task says the same.
 *
 * @param risk the risk
 * @param total how many steps there are
 * @param done how many are done
 */
public record RiskSteps(DeferredRisk risk, int total, int done) implements Fact {

    /** What is written of the state of the risk. */
    public RiskState state() {
        return risk.state();
    }

    @Override
    public SourceRef source() {
        return risk.source();
    }
}
