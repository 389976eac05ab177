package dev.mitigauge.bench;

import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.findings.Aspect;
import dev.mitigauge.findings.Level;
import dev.mitigauge.findings.Standing;
import dev.mitigauge.findings.Worth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of the shipped tables, by ordinal, as plain Java would hold them. */
@SuppressWarnings("EnumOrdinal") // tables by ordinal are the fastest there is
final class Weights {

    final double[] severity = column(Severity.values(), "severity-weights", "severity", "weight");
    final double[] allowedDays = column(Severity.values(), "allowed-days", "severity", "days");
    final double[] tier = column(Tier.values(), "tier-weights", "tier", "weight");
    final double[] credit = column(Worth.values(), "task-credits", "worth", "credit");
    final double[] mitigation = column(Standing.values(), "mitigation-credits", "standing", "credit");
    final double[] confidence = column(Aspect.values(), "confidence-weights", "aspect", "weight");
    final Severity[][] matrix = matrix();
    final List<double[]> caps = Tables.rows("caps").stream()
            .map(row -> new double[] {number(row, "residual"), number(row, "cap")})
            .toList();
    final double floor;
    final double interestRate;
    final double interestPeriod;
    final double interestLimit;
    final double riskScale;
    final double completionPoints;
    final double riskPoints;
    final double criticalCap;
    final Level openCritical;

    Weights() {
        Map<String, Double> parameters = new HashMap<>();
        Tables.rows("parameters").forEach(row -> parameters.put(row.get("name"), number(row, "value")));
        floor = parameters.getOrDefault("mitigation-floor", Double.NaN);
        interestRate = parameters.getOrDefault("interest-rate", Double.NaN);
        interestPeriod = parameters.getOrDefault("interest-period", Double.NaN);
        interestLimit = parameters.getOrDefault("interest-limit", Double.NaN);
        riskScale = parameters.getOrDefault("risk-scale", Double.NaN);
        completionPoints = parameters.getOrDefault("completion-points", Double.NaN);
        riskPoints = parameters.getOrDefault("risk-points", Double.NaN);
        criticalCap = parameters.getOrDefault("critical-task-cap", Double.NaN);
        openCritical = Tables.rows("thresholds").stream()
                .filter(row -> Rules.PROFILE.equals(row.get("profile")))
                .map(row -> Level.valueOf(cell(row, "openCritical")))
                .findFirst()
                .orElseThrow();
    }

    private static double[] column(Enum<?>[] constants, String table, String key, String value) {
        double[] column = new double[constants.length];
        Tables.rows(table).forEach(row -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(row.get(key)))
                .forEach(constant -> column[constant.ordinal()] = number(row, value)));
        return column;
    }

    private static Severity[][] matrix() {
        Severity[][] matrix = new Severity[Rating.values().length][Rating.values().length];
        Tables.rows("likelihood-impact")
                .forEach(row -> matrix[Rating.valueOf(cell(row, "likelihood")).ordinal()][
                                Rating.valueOf(cell(row, "impact")).ordinal()] =
                        Severity.valueOf(cell(row, "severity")));
        return matrix;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(cell(row, column));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no column `" + column + "` in " + row);
        }
        return cell;
    }
}
