package dev.mitigauge.findings;

import dev.mitigauge.facts.Document;
import java.util.Collection;

/** Small pure helpers for the formulas that stand in rules. Sums and products do not depend on the order of what they are given. */
public final class Scores {

    private Scores() {}

    /** The value, but at least {@code low} and at most {@code high}. */
    public static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** 100·(1 − e^(−sum/scale)): 0 for 0, growing ever slower towards 100. */
    public static double saturate(double sum, double scale) {
        return 100 * (1 - Math.exp(-sum / scale));
    }

    /** The sum, added from the smallest. */
    public static double sum(Collection<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).sorted().reduce(0, Double::sum);
    }

    /** What is left after each credit took its share: the product of (1 − credit). */
    public static double remaining(Collection<? extends Number> credits) {
        return credits.stream()
                .mapToDouble(Number::doubleValue)
                .sorted()
                .reduce(1, (left, credit) -> left * (1 - credit));
    }

    /** The largest, 0 if there is none or all are negative. */
    public static double largest(Collection<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).reduce(0, Math::max);
    }

    /** {@code part / whole} between 0 and 1; 1 if there is no whole. */
    public static double share(double part, double whole) {
        return whole <= 0 ? 1 : clamp(part / whole, 0, 1);
    }

    /** Share of what was understood, each document weighing as many lines as it has; 1 without documents. */
    public static double understood(Collection<Document> documents) {
        double lines = documents.stream().mapToDouble(Document::lines).sum();
        double read = documents.stream()
                .mapToDouble(document -> document.lines() * document.understood())
                .sorted()
                .sum();
        return share(read, lines);
    }

    /** Rounded to a whole per cent, for messages. */
    public static long percent(double share) {
        return Math.round(share * 100);
    }

    /** The same, never above the value. */
    public static long percentRoundedDown(double share) {
        return (long) Math.floor(share * 100);
    }
}
