package dev.mitigauge.rules;

import dev.mitigauge.rules.Floor.Stricter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables in which a project asks for more than its organisation does. What may be set, and which direction is stricter, stands in
 * {@code tables/floors.csv}; the organisation's own rows are the floor.
 *
 * @param files the rule set with the project's rows in place; without those that are wrong
 * @param problems what is laxer than the floor, or not the project's to set; at the places of the project's files
 * @param outdone those of the problems that are no more than that: the organisation asks for more, and what it asks for is in place
 */
public record Overrides(RuleFiles files, List<Problem> problems, List<Problem> outdone) {

    public Overrides {
        problems = List.copyOf(problems);
        outdone = List.copyOf(outdone);
    }

    /** What the rule set has no place for, so that nobody can tell what is stricter. */
    public List<Problem> unfit() {
        return problems.stream().filter(problem -> !outdone.contains(problem)).toList();
    }

    private static final String FLOORS = "floors";

    /** Puts the rows of a project's tables in the place of those of a rule set. */
    public static Overrides apply(RuleFiles rules, RuleFiles project) {
        return new Merge(rules).with(project);
    }

    private static final class Merge {
        private final SortedMap<String, byte[]> bytes;
        private final Map<String, Map<String, Stricter>> floors = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> outdone = new ArrayList<>();

        Merge(RuleFiles rules) {
            this.bytes = new TreeMap<>(rules.bytes());
            for (Map<String, String> row : table(FLOORS).rows()) {
                floors.computeIfAbsent(row.getOrDefault("table", ""), unused -> new TreeMap<>())
                        .put(row.getOrDefault("column", ""), Stricter.valueOf(row.getOrDefault("stricter", "HIGHER")));
            }
        }

        Overrides with(RuleFiles project) {
            problems.addAll(project.problems());
            project.bytes().forEach((name, content) -> file(name, FileText.of(content)));
            return new Overrides(new RuleFiles(bytes), problems, outdone);
        }

        private void file(String file, String text) {
            SourceText source = new SourceText(file, text);
            String name = file.startsWith("tables/") ? file.substring("tables/".length(), file.length() - 4) : "";
            if (!floors.containsKey(name)) {
                problems.add(source.problem(
                        "a project can't set this" + Names.didYouMean(name, floors.keySet()),
                        "it may set tables/" + String.join(".csv, tables/", floors.keySet()) + ".csv"));
                return;
            }
            TableFile read = TableFile.read(file, text);
            problems.addAll(read.problems());
            if (read.problems().isEmpty()) {
                merge(source, name);
            }
        }

        private void merge(SourceText source, String name) {
            List<List<CsvFile.Cell>> records = CsvFile.parse(source).records();
            List<String> columns =
                    records.get(0).stream().map(CsvFile.Cell::text).toList();
            List<Map<String, String>> rows = table(name).rows().stream()
                    .map(LinkedHashMap::new)
                    .collect(Collectors.toCollection(ArrayList::new));
            for (List<CsvFile.Cell> cells : records.subList(1, records.size())) {
                row(source, name, columns, cells, rows);
            }
            bytes.put("tables/" + name + ".csv", csv(columns(name), rows).getBytes(StandardCharsets.UTF_8));
        }

        private void row(
                SourceText source,
                String name,
                List<String> columns,
                List<CsvFile.Cell> cells,
                List<Map<String, String>> rows) {
            String what = TableShape.known(name).columns().stream()
                    .limit(TableShape.known(name).key())
                    .map(column -> cells.get(columns.indexOf(column)).text())
                    .collect(Collectors.joining(", "));
            @Nullable
            Map<String, String> floor = rows.stream()
                    .filter(row -> key(name, row).equals(what))
                    .findFirst()
                    .orElse(null);
            if (floor == null) {
                CsvFile.Cell first = cells.get(0);
                problems.add(source.problem(
                        first.line(),
                        first.column(),
                        "the organisation has no row `" + what + "` in this table",
                        "set one of its rows: "
                                + rows.stream().map(row -> key(name, row)).collect(Collectors.joining("; "))));
                return;
            }
            for (int i = 0; i < cells.size(); i++) {
                cell(source, name, columns.get(i), cells.get(i), floor);
            }
        }

        /** The cells that make a row the one that it is. */
        private static String key(String name, Map<String, String> row) {
            return columns(name).stream()
                    .limit(TableShape.known(name).key())
                    .map(column -> row.getOrDefault(column, ""))
                    .collect(Collectors.joining(", "));
        }

        private void cell(SourceText source, String name, String column, CsvFile.Cell cell, Map<String, String> floor) {
            String least = floor.getOrDefault(column, "");
            @Nullable Stricter stricter = floors.getOrDefault(name, Map.of()).get(column);
            if (stricter == null && !cell.text().equals(least)) {
                problems.add(source.problem(
                        cell.line(), cell.column(), "`" + column + "` is the same for all projects", "write " + least));
            } else if (stricter != null && laxer(name, column, cell.text(), least, stricter)) {
                Problem problem = source.problem(
                        cell.line(),
                        cell.column(),
                        "`" + column + "` must not be laxer than the organisation's " + least + ", but is "
                                + cell.text(),
                        "write " + least + ", or something stricter: "
                                + (stricter == Stricter.HIGHER ? "higher" : "lower"));
                problems.add(problem);
                outdone.add(problem);
            } else {
                floor.put(column, cell.text());
            }
        }

        private static boolean laxer(String table, String column, String value, String least, Stricter stricter) {
            double difference = number(table, column, value) - number(table, column, least);
            return stricter == Stricter.HIGHER ? difference < 0 : difference > 0;
        }

        /** Constants count by their place among each other. */
        private static double number(String table, String column, String value) {
            for (RecordComponent component : TableShape.known(table).row().getRecordComponents()) {
                if (component.getName().equals(column) && component.getType().isEnum()) {
                    return KnownTypes.constants(component.getType()).indexOf(value);
                }
            }
            return Double.parseDouble(value);
        }

        private Table table(String name) {
            byte @Nullable [] content = bytes.get("tables/" + name + ".csv");
            return content == null
                    ? new Table(name, List.of())
                    : TableFile.read("tables/" + name + ".csv", FileText.of(content))
                            .table();
        }

        private static List<String> columns(String name) {
            return TableShape.known(name).columns();
        }

        private static String csv(List<String> columns, List<Map<String, String>> rows) {
            StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
            rows.forEach(row -> csv.append(columns.stream()
                            .map(column -> quoted(row.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append('\n'));
            return csv.toString();
        }

        private static String quoted(String cell) {
            return cell.contains(",") || cell.contains("\"") || cell.contains("\n")
                    ? "\"" + cell.replace("\"", "\"\"") + "\""
                    : cell;
        }
    }
}
