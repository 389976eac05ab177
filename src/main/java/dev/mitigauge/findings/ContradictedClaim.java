package dev.mitigauge.findings;

/**
 * A claim that the body of its document contradicts.
 *
 * @param claimId id of the claim
 */
public record ContradictedClaim(String claimId) {}
