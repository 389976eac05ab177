package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.WrittenState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills an entry of a register with what stands below it. */
final class RiskFields {

    private final Vocabulary words;
    private final LineUse use;
    private final TableReader tables;
    private final Drafts drafts;
    private final FieldLabels fieldLabels;
    private final RiskParagraph riskParagraph;
    private final FencedLines fences;

    RiskFields(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.tables = context.tables;
        this.drafts = context.drafts;
        this.fieldLabels = context.fieldLabels;
        this.riskParagraph = new RiskParagraph(context);
        this.fences = context.fences;
    }

    void fill(RiskDraft draft, List<Block> blocks, Scope scope, @Nullable Field under) {
        Field field = under;
        boolean criteria = false;
        for (Block block : blocks) {
            if (criteria && block instanceof Block.Bullets) {
                // What must hold for the entry to be done is no item besides it.
                use.structure(block.line(), block.endLine());
                continue;
            }
            if (block instanceof Block.Paragraph paragraph) {
                criteria = fieldLabels.isCriteria(paragraph);
                field = riskParagraph.fill(draft, paragraph, under);
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    fill(draft, item, scope, field);
                }
            } else if (block instanceof Block.Table table) {
                fill(draft, table, scope);
            } else if (block instanceof Block.Quote quote) {
                fill(draft, quote.children(), scope, under);
            } else if (isLabelled(block)) {
                use.structure(block.line(), block.line());
                use.structure(block.endLine(), block.endLine());
                fill(draft, FencedLines.blocks(fences.typed(block)), scope, under);
            } else {
                use.structure(block.line(), block.endLine());
            }
        }
    }

    /** A fence in which several labels stand tells of the entry; any other shows code. */
    private boolean isLabelled(Block block) {
        int labels = 0;
        if (FencedLines.isFence(block)) {
            for (Line line : fences.typed(block)) {
                Label label = line.label(words);
                labels += label != null && label.field() != null ? 1 : 0;
            }
        }
        return labels >= 2;
    }

    void fill(RiskDraft draft, Block.Item item, Scope scope, @Nullable Field under) {
        draft.endLine = Math.max(draft.endLine, item.endLine());
        Field field = under;
        boolean first = true;
        for (Block block : item.children()) {
            if (block instanceof Block.Paragraph paragraph) {
                Lead lead = paragraph.first().lead(words);
                Label label = paragraph.first().label(words);
                if (lead.box() && first) {
                    drafts.tasks.add(new TaskDraft(
                            lead,
                            lead.state() == null ? WrittenState.OPEN : lead.state(),
                            scope,
                            item.line(),
                            item.line()));
                } else if (label != null && (label.field() != null || (label.bold() && under == null))) {
                    field = riskParagraph.fill(draft, paragraph, under);
                } else {
                    draft.add(under, ItemText.joined(paragraph), paragraph.line(), paragraph.endLine(), true);
                }
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item below : bullets.items()) {
                    fill(draft, below, scope, field);
                }
            }
            first = false;
        }
    }

    private void fill(RiskDraft draft, Block.Table table, Scope scope) {
        TableReader.Columns columns = tables.read(table, scope);
        if (columns.kind() == TableReader.Kind.LABELS) {
            use.fact(table.line(), table.endLine());
            for (Block.Row row : table.rows()) {
                Field field = Label.field(Plain.of(TableReader.cell(row, 0)).text(), words, true);
                draft.add(field, TableReader.cell(row, 1), row.line(), false);
            }
            Field head =
                    Label.field(Plain.of(TableReader.cell(table.header(), 0)).text(), words, true);
            draft.add(head, TableReader.cell(table.header(), 1), table.header().line(), false);
        }
    }
}
