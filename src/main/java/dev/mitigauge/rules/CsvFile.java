package dev.mitigauge.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file as RFC 4180 has it, with the place of every cell. Empty lines and lines that start with {@code #} are no records.
 *
 * @param records the first is the header
 * @param problems what is wrong with the quotes
 */
record CsvFile(List<List<Cell>> records, List<Problem> problems) {

    /** A cell and where it starts. */
    record Cell(String text, int line, int column) {}

    static CsvFile parse(SourceText source) {
        return new Parser(source).parse();
    }

    private static final class Parser {
        private final SourceText source;
        private final String text;
        private final List<Problem> problems = new ArrayList<>();
        private int at;
        private int line = 1;
        private int lineStart;

        Parser(SourceText source) {
            this.source = source;
            this.text = source.text();
        }

        CsvFile parse() {
            List<List<Cell>> records = new ArrayList<>();
            while (at < text.length()) {
                if (text.charAt(at) == '#') {
                    skipLine();
                } else if (text.charAt(at) == '\n') {
                    newLine();
                } else {
                    records.add(parseRecord());
                }
            }
            return new CsvFile(records, problems);
        }

        private List<Cell> parseRecord() {
            List<Cell> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            if (at < text.length()) {
                newLine();
            }
            return cells;
        }

        private Cell cell() {
            int column = at - lineStart + 1;
            return at < text.length() && text.charAt(at) == '"' ? quoted(column) : plain(column);
        }

        private Cell plain(int column) {
            int start = at;
            int end = endOfLine();
            int comma = text.indexOf(',', start);
            at = comma < 0 || comma > end ? end : comma;
            return new Cell(text.substring(start, at).strip(), line, column);
        }

        private Cell quoted(int column) {
            int startLine = line;
            int start = at++;
            StringBuilder cell = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at += 2;
                } else if (c == '"') {
                    at++;
                    return closed(new Cell(cell.toString(), startLine, column));
                } else {
                    cell.append(c);
                    at++;
                    if (c == '\n') {
                        line++;
                        lineStart = at;
                    }
                }
            }
            problems.add(source.problemAt(
                    start, "quote is never closed", "end the cell with `\"`, or double a quote inside it"));
            return new Cell(cell.toString(), startLine, column);
        }

        private Cell closed(Cell cell) {
            int after = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                at++;
            }
            if (!text.substring(after, at).isBlank()) {
                problems.add(source.problemAt(
                        after, "text after the closing quote", "quote the whole cell and double a quote inside it"));
            }
            return cell;
        }

        private void skipLine() {
            at = endOfLine();
        }

        private int endOfLine() {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private void newLine() {
            at++;
            line++;
            lineStart = at;
        }
    }
}
