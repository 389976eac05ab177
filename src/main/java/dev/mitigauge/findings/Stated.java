package dev.mitigauge.findings;

/**
 * How much of one aspect was stated rather than defaulted.
 *
 * @param aspect what
 * @param stated for how many items it was stated
 * @param of for how many items it matters, at least {@code stated}
 * @param weight how much it counts for each of them, from {@code tables/confidence-weights.csv}
 */
public record Stated(Aspect aspect, double stated, double of, double weight) {

    /** Weight of what was stated. */
    public double given() {
        return stated * weight;
    }

    /** Weight of what should have been. */
    public double asked() {
        return of * weight;
    }
}
