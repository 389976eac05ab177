package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.List;

/** Tables whose rows are entries of a register. */
final class RegisterRows {

    private final TableReader tables;

    RegisterRows(TableReader tables) {
        this.tables = tables;
    }

    int own(Part part) {
        int rows = 0;
        for (Block block : part.body()) {
            if (block instanceof Block.Table table
                    && tables.read(table, Scope.NONE).kind() == TableReader.Kind.RISKS) {
                rows += table.rows().size();
            }
        }
        return rows;
    }

    /** Rows with ids in tables of risks. */
    int named(Part part) {
        int rows = 0;
        for (Block block : part.body()) {
            if (block instanceof Block.Table table) {
                TableReader.Columns columns = tables.read(table, Scope.REGISTER);
                boolean named = columns.kind() == TableReader.Kind.RISKS && columns.id() >= 0;
                rows += named && hasIds(table, columns.id()) ? table.rows().size() : 0;
            }
        }
        for (Part below : part.parts()) {
            rows += named(below);
        }
        return rows;
    }

    /** Whether a table lists entries with ids of their own: then the rows are the entries. */
    boolean areEntries(List<Block> body, Scope scope) {
        for (Block block : body) {
            if (block instanceof Block.Table table && table.rows().size() > 1) {
                TableReader.Columns columns = tables.read(table, scope);
                boolean rows = columns.kind() == TableReader.Kind.RISKS;
                boolean group = scope.ownRole() && scope.role() == SectionRole.RISKS;
                if (rows && (group || (columns.id() >= 0 && hasIds(table, columns.id())))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a table of risks with ids stands here: plain bullets beside it tell how it is kept. */
    boolean stand(List<Block> body, Scope scope) {
        for (Block block : body) {
            if (block instanceof Block.Table table && scope.family() == Scope.Family.RISK) {
                TableReader.Columns columns = tables.read(table, scope);
                if (columns.kind() == TableReader.Kind.RISKS && columns.id() >= 0 && hasIds(table, columns.id())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasIds(Block.Table table, int column) {
        int ids = 0;
        for (Block.Row row : table.rows()) {
            String cell = Plain.of(TableReader.cell(row, column)).text().strip();
            boolean coded = !cell.isEmpty() && Character.isUpperCase(cell.charAt(0)) && cell.indexOf(' ') < 0;
            ids += (coded && Ids.hasDigit(cell)) || Title.of(cell).id() != null ? 1 : 0;
        }
        return ids * 2 > table.rows().size();
    }
}
