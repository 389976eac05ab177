package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.WrittenState;

/** Rows of a checklist, and boxes in the cells of other tables. */
final class TaskRow {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final EntryTitle entryTitle;

    TaskRow(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.entryTitle = context.entryTitle;
    }

    void read(Block.Row row, TableReader.Columns columns, Scope scope) {
        use.fact(row.line(), row.line());
        Plain named = Plain.of(TableReader.cell(row, columns.title()));
        if (!ItemText.isText(named.text()) || ItemText.isPlaceholder(named.text())) {
            return;
        }
        Lead lead = Lead.of(named, words);
        WrittenState state = columns.status() < 0 ? null : Status.of(TableReader.cell(row, columns.status()), words);
        if (state == null) {
            WrittenState inCell = entryTitle.cellState(TableReader.cell(row, columns.title()), lead);
            state = inCell != null ? inCell : scope.defaultState();
        }
        TaskDraft draft = new TaskDraft(lead, state == null ? WrittenState.OPEN : state, scope, row.line(), row.line());
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = column < columns.fields().size() ? columns.fields().get(column) : null;
            if (column != columns.title() && column != columns.status() && column != columns.id()) {
                draft.add(field, TableReader.cell(row, column), row.line());
            }
        }
        drafts.tasks.add(draft);
    }

    /** In a table that is no list of items, a cell with a box is one all the same. */
    void boxesInCells(Block.Table table, Scope scope) {
        for (Block.Row row : table.rows()) {
            for (String cell : row.cells()) {
                Lead lead = Lead.of(Plain.of(cell), words);
                if (lead.box() && ItemText.isText(lead.text())) {
                    drafts.tasks.add(new TaskDraft(lead, ItemText.state(lead), scope, row.line(), row.line()));
                    use.fact(row.line(), row.line());
                }
            }
        }
    }
}
