package dev.mitigauge.rules;

import java.util.List;
import java.util.Map;

/**
 * A file of {@code rules/tables}.
 *
 * @param name file name without {@code .csv}
 * @param rows column name to cell, in file order
 */
public record Table(String name, List<Map<String, String>> rows) {
    public Table {
        rows = List.copyOf(rows);
    }
}
