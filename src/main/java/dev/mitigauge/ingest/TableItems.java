package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.HashSet;
import java.util.Set;

/** Tables under an ordinary heading. */
final class TableItems {

    private final Vocabulary words;
    private final LineUse use;
    private final TableReader tables;
    private final Drafts drafts;
    private final Shape shape;
    private final RiskRow riskRow;
    private final TaskRow taskRow;
    private final StatedRows statedRows;

    TableItems(Context context, Shape shape, LabelClaims labelClaims) {
        this.words = context.words;
        this.use = context.use;
        this.tables = context.tables;
        this.drafts = context.drafts;
        this.shape = shape;
        this.riskRow = new RiskRow(context);
        this.taskRow = new TaskRow(context);
        this.statedRows = new StatedRows(context, labelClaims);
    }

    void read(Block.Table table, Scope scope) {
        if (scope.isSilent() || scope.isRestating()) {
            use.structure(table.line(), table.endLine());
            if (scope.role() == SectionRole.SUMMARY) {
                drafts.summaries.add(table);
            }
            return;
        }
        TableReader.Columns columns = tables.read(table, scope);
        boolean byTitle = columns.status() < 0 && scope.isOpen() && !scope.ownRole();
        if (columns.kind() == TableReader.Kind.TASKS && byTitle && shape.hasMarks) {
            // "Open items" with boxes: a table beside them tells about them.
            return;
        }
        switch (columns.kind()) {
            case RISKS -> risks(table, columns, scope);
            case TASKS -> tasks(table, columns, scope);
            case LABELS -> statedRows.labels(table, scope);
            case VERDICTS -> table.rows().forEach(row -> statedRows.verdict(row, scope));
            case SCALE -> {
                use.structure(table.line(), table.endLine());
                taskRow.boxesInCells(table, scope);
            }
            case NONE -> taskRow.boxesInCells(table, scope);
        }
        if (columns.kind() != TableReader.Kind.NONE && columns.kind() != TableReader.Kind.SCALE) {
            use.fact(table.line(), table.header().line() + 1);
        }
    }

    /** Rows with the same words are told apart by their lines. */
    private void risks(Block.Table table, TableReader.Columns columns, Scope scope) {
        int first = drafts.risks.size();
        table.rows().forEach(row -> riskRow.read(row, columns, scope));
        Set<String> seen = new HashSet<>();
        for (RiskDraft draft : drafts.risks.subList(first, drafts.risks.size())) {
            draft.apart = seen.add(draft.fingerprint()) ? "" : " @" + draft.line;
        }
    }

    private void tasks(Block.Table table, TableReader.Columns columns, Scope around) {
        int first = drafts.tasks.size();
        Meaning.Weight gate = words.gates.whole(
                Plain.of(TableReader.cell(table.header(), columns.title())).text());
        Scope scope = gate == null ? around : around.weighing(gate);
        table.rows().forEach(row -> taskRow.read(row, columns, scope));
        Set<String> seen = new HashSet<>();
        for (TaskDraft draft : drafts.tasks.subList(first, drafts.tasks.size())) {
            draft.apart = seen.add(draft.lead.text()) ? "" : " @" + draft.line;
        }
    }
}
