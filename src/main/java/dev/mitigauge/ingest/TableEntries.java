package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers of tables, each of which is one entry: {@code Title | Cache grows} in its head and a label in each row. */
final class TableEntries {

    private static final Set<Field> NAMES = EnumSet.of(Field.ID, Field.TITLE, Field.ERROR, Field.RISK);

    private final Vocabulary words;
    private final TableReader tables;
    private final Drafts drafts;
    private final RiskFields riskFields;

    TableEntries(Context context, RiskFields riskFields) {
        this.words = context.words;
        this.tables = context.tables;
        this.drafts = context.drafts;
        this.riskFields = riskFields;
    }

    /** Whether tables stand here, two at least, each of which is an entry. */
    boolean stand(List<Block> body) {
        int entries = 0;
        for (Block block : body) {
            entries += block instanceof Block.Table table && is(table) ? 1 : 0;
        }
        return entries >= 2;
    }

    /** Whether the head of a table of labels names an entry. */
    boolean is(Block.Table table) {
        return tables.isLabels(table) && NAMES.contains(field(table.header())) && isNamed(table.header());
    }

    private static boolean isNamed(Block.Row header) {
        return ItemText.isText(Plain.of(TableReader.cell(header, 1)).text());
    }

    void read(Block.Table table, Scope scope) {
        String id = value(table, Field.ID);
        String name = value(table, Field.TITLE);
        name = name == null ? value(table, Field.ERROR) : name;
        name = name == null ? value(table, Field.RISK) : name;
        Lead lead = Lead.of(Plain.of(name == null ? String.valueOf(id) : name), words);
        Title title = Title.of(lead.text());
        RiskDraft draft = new RiskDraft(
                id == null ? title : new Title(Title.withoutNote(id), title.codes(), null, title.text()),
                lead.trailing(),
                scope,
                table.line(),
                table.endLine());
        drafts.risks.add(draft);
        riskFields.fill(draft, List.of(table), scope, null);
    }

    private @Nullable String value(Block.Table table, Field wanted) {
        if (field(table.header()) == wanted) {
            return Plain.of(TableReader.cell(table.header(), 1)).text();
        }
        for (Block.Row row : table.rows()) {
            if (field(row) == wanted) {
                return Plain.of(TableReader.cell(row, 1)).text();
            }
        }
        return null;
    }

    private @Nullable Field field(Block.Row row) {
        return Label.field(Plain.of(TableReader.cell(row, 0)).text(), words, false);
    }
}
