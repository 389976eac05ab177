package dev.mitigauge.rules.tables;

import java.util.Map;

/**
 * A row of a table that only your own rules know: {@code Row(table == "freezes", text("team") == $owner)}.
 *
 * @param table name of the table, the file's without {@code .csv}
 * @param line line of the row in its file
 * @param cells column name to text
 */
public record Row(String table, int line, Map<String, String> cells) {

    public Row {
        cells = Map.copyOf(cells);
    }

    /**
     * The cell of a column.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("table `" + table + "` has no column `" + column + "`");
        }
        return cell;
    }

    /**
     * The cell of a column as a number.
     *
     * @throws IllegalArgumentException if the table has no such column or the cell is no number
     */
    public double number(String column) {
        String cell = text(column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "column `" + column + "` in line " + line + " of table `" + table + "` must be a number, but is `"
                            + cell + "`",
                    e);
        }
    }
}
