package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.List;

/** Rows of a register. */
final class RiskRow {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final EntryTitle entryTitle;

    RiskRow(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.entryTitle = context.entryTitle;
    }

    void read(Block.Row row, TableReader.Columns columns, Scope scope) {
        use.fact(row.line(), row.line());
        Plain named = Plain.of(TableReader.cell(row, columns.title()));
        String id =
                Title.withoutNote(Plain.of(TableReader.cell(row, columns.id())).text());
        if (!ItemText.isText(named.text())
                || ItemText.isPlaceholder(named.text())
                || words.states.whole(named.text()) == WrittenState.NOT_APPLICABLE) {
            return;
        }
        Lead lead = Lead.of(named, words);
        Title title = Title.of(ItemText.title(lead));
        boolean idCell = columns.id() >= 0
                && id.length() > 1
                && Character.isLetterOrDigit(id.charAt(id.charAt(0) == '#' ? 1 : 0))
                && columns.id() != columns.title();
        RiskDraft draft = new RiskDraft(
                idCell ? new Title(id, codes(title), null, title.text()) : title,
                entryTitle.cellState(TableReader.cell(row, columns.title()), lead),
                scope,
                row.line(),
                row.line());
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = column < columns.fields().size() ? columns.fields().get(column) : null;
            if (field == Field.SEVERITY && columns.status() == column) {
                String cell = TableReader.cell(row, column);
                draft.add(Field.STATUS, cell.substring(cell.indexOf('/') + 1), row.line(), false);
            }
            if (columns.both() == column) {
                reasonAndControls(draft, TableReader.cell(row, column), row.line());
            } else if (column != columns.id()
                    && (column != columns.title() || field == Field.RISK || field == Field.ERROR)) {
                // "Low adoption" is what the risk is called, not how bad it is.
                Field told = column == columns.title() ? Field.ERROR : field;
                draft.add(told, TableReader.cell(row, column), row.line(), false);
            }
        }
        drafts.risks.add(draft);
    }

    /** A cell that is to hold the reason and what is in place: the first sentence is the reason, each further one a control. */
    private static void reasonAndControls(RiskDraft draft, String cell, int line) {
        List<String> sentences = Sentences.of(cell);
        for (int i = 0; i < sentences.size(); i++) {
            draft.add(i == 0 ? Field.REASON : Field.MITIGATION, sentences.get(i), line, false);
        }
    }

    private static List<String> codes(Title title) {
        List<String> codes = new ArrayList<>();
        if (title.id() != null) {
            codes.add(title.id());
        }
        codes.addAll(title.codes());
        return codes;
    }
}
