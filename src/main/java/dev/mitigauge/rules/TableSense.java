package dev.mitigauge.rules;

import dev.mitigauge.facts.Rating;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Checks what the rows of a table say together: rows that can never count, gaps, and weights that run the wrong way. */
final class TableSense {

    private static final List<String> SEVERITIES = List.of(
            Severity.NONE.name(),
            Severity.LOW.name(),
            Severity.MEDIUM.name(),
            Severity.HIGH.name(),
            Severity.CRITICAL.name());
    private static final List<String> TIERS =
            List.of(Tier.LOW.name(), Tier.NORMAL.name(), Tier.HIGH.name(), Tier.CRITICAL.name());

    private static final String THRESHOLDS = "tables/thresholds.csv";

    private final SourceText source;
    private final List<List<CsvFile.Cell>> rows;
    private final List<String> columns;
    private final List<Problem> found = new ArrayList<>();

    private TableSense(String file, String text) {
        this.source = new SourceText(file, text);
        List<List<CsvFile.Cell>> records = CsvFile.parse(source).records();
        this.columns = records.isEmpty()
                ? List.of()
                : records.get(0).stream().map(CsvFile.Cell::text).toList();
        this.rows = records.isEmpty() ? List.of() : records.subList(1, records.size());
    }

    /**
     * What is certainly wrong: a threshold above a better one, a cap that another always undercuts, a combination without a severity.
     *
     * @param texts of tables without a fault of their own, by file name
     */
    static List<Problem> problems(SortedMap<String, String> texts) {
        List<Problem> all = new ArrayList<>();
        texts.forEach((file, text) -> {
            TableSense table = new TableSense(file, text);
            switch (file) {
                case "tables/thresholds.csv" -> table.thresholds();
                case "tables/caps.csv" -> table.caps();
                case "tables/likelihood-impact.csv" -> table.matrix();
                default -> {
                    // Whatever its rows say together makes sense.
                }
            }
            all.addAll(table.found);
        });
        return all;
    }

    /** What is probably a slip: words that are told twice, weights that do not rise with what they weigh, profiles that are not there. */
    static List<Problem> warnings(SortedMap<String, String> texts) {
        List<Problem> all = new ArrayList<>();
        texts.forEach((file, text) -> {
            TableSense table = new TableSense(file, text);
            switch (file) {
                case "tables/severity-weights.csv" -> table.rises("weight", SEVERITIES, 1);
                case "tables/allowed-days.csv" -> table.rises("days", SEVERITIES, -1);
                case "tables/tier-weights.csv" -> table.rises("weight", TIERS, 1);
                case "tables/environment-profiles.csv" -> table.profiles(texts);
                default -> table.twice();
            }
            all.addAll(table.found);
        });
        return all;
    }

    private void thresholds() {
        for (List<CsvFile.Cell> row : rows) {
            CsvFile.Cell ready = cell(row, "ready");
            if (number(ready) < number(cell(row, "conditions"))) {
                found.add(at(
                        ready,
                        "`ready` is " + ready.text() + ", below `conditions` "
                                + cell(row, "conditions").text() + ": READY_WITH_CONDITIONS could never come out",
                        "`conditions` must be at most `ready`"));
            }
        }
    }

    private void profiles(SortedMap<String, String> texts) {
        TableSense thresholds = new TableSense(THRESHOLDS, texts.getOrDefault(THRESHOLDS, ""));
        List<String> known =
                thresholds.rows.stream().map(row -> row.get(0).text()).toList();
        for (List<CsvFile.Cell> row : rows) {
            CsvFile.Cell profile = cell(row, "profile");
            if (!known.isEmpty() && !known.contains(profile.text())) {
                found.add(at(
                        profile,
                        "there is no profile `" + profile.text() + "` in " + THRESHOLDS
                                + Names.didYouMean(profile.text(), known),
                        "use one of " + String.join(", ", known)));
            }
        }
    }

    private void caps() {
        for (List<CsvFile.Cell> row : rows) {
            rows.stream()
                    .filter(other -> number(cell(other, "residual")) < number(cell(row, "residual"))
                            && number(cell(other, "cap")) <= number(cell(row, "cap")))
                    .findFirst()
                    .ifPresent(other -> found.add(at(
                            cell(row, "cap"),
                            "this row never counts: line " + line(other) + " caps at "
                                    + cell(other, "cap").text() + " from less on",
                            "a larger residual needs a lower cap")));
        }
    }

    private void matrix() {
        for (Rating likelihood : Rating.values()) {
            for (Rating impact : Rating.values()) {
                boolean there = rows.stream()
                        .anyMatch(row -> cell(row, "likelihood").text().equals(likelihood.name())
                                && cell(row, "impact").text().equals(impact.name()));
                if (!there) {
                    found.add(source.problem(
                            "there is no row for likelihood " + likelihood + " and impact " + impact
                                    + ": such a risk would weigh nothing",
                            "add one"));
                }
            }
        }
    }

    /** @param direction 1 if numbers must not fall along the names, -1 if they must not rise */
    private void rises(String column, List<String> names, int direction) {
        Map<String, CsvFile.Cell> cells = new HashMap<>();
        rows.forEach(row -> cells.put(row.get(0).text(), cell(row, column)));
        for (int i = 1; i < names.size(); i++) {
            CsvFile.@Nullable Cell lesser = cells.get(names.get(i - 1));
            CsvFile.@Nullable Cell greater = cells.get(names.get(i));
            if (lesser != null && greater != null && direction * Double.compare(number(greater), number(lesser)) < 0) {
                found.add(at(
                        greater,
                        names.get(i) + " has " + greater.text() + " and " + names.get(i - 1) + " has " + lesser.text()
                                + ": the graver one should not have " + (direction > 0 ? "less" : "more"),
                        null));
            }
        }
    }

    private void twice() {
        Map<List<String>, List<CsvFile.Cell>> seen = new HashMap<>();
        for (List<CsvFile.Cell> row : rows) {
            List<String> texts = row.stream().map(CsvFile.Cell::text).toList();
            @Nullable List<CsvFile.Cell> before = seen.putIfAbsent(texts, row);
            if (before != null) {
                found.add(at(row.get(0), "line " + line(before) + " says the same", "drop one of the two"));
            }
        }
    }

    private CsvFile.Cell cell(List<CsvFile.Cell> row, String column) {
        return row.get(columns.indexOf(column));
    }

    private static double number(CsvFile.Cell cell) {
        return Double.parseDouble(cell.text());
    }

    private static int line(List<CsvFile.Cell> row) {
        return row.get(0).line();
    }

    private Problem at(CsvFile.Cell cell, String message, @Nullable String remedy) {
        return source.problem(cell.line(), cell.column(), message, remedy);
    }
}
