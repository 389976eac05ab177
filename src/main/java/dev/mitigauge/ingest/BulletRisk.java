package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.List;

/** Bullets without a mark that are entries of a register. */
final class BulletRisk {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final RiskFields riskFields;

    BulletRisk(Context context, RiskFields riskFields) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.riskFields = riskFields;
    }

    void read(Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, Scope scope) {
        RiskDraft draft =
                new RiskDraft(Title.of(ItemText.title(lead)), lead.trailing(), scope, item.line(), head.endLine());
        drafts.risks.add(draft);
        use.fact(head.line(), head.endLine());
        draft.add(null, ItemText.joined(head), head.line(), head.endLine(), false);
        String behind = ItemText.behindTitle(lead);
        if (!behind.isEmpty() && words.severities.at(behind, 0) != null) {
            draft.add(Field.SEVERITY, behind, head.line(), false);
        }
        riskFields.fill(draft, rest, scope, null);
    }
}
