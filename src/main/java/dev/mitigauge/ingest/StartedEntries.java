package dev.mitigauge.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers of paragraphs, each entry of which begins with the same label. */
final class StartedEntries {

    private final Vocabulary words;
    private final Drafts drafts;
    private final RiskFields riskFields;

    StartedEntries(Context context, RiskFields riskFields) {
        this.words = context.words;
        this.drafts = context.drafts;
        this.riskFields = riskFields;
    }

    void read(List<Block> body, String starter, Scope scope) {
        RiskDraft draft = null;
        for (Block block : body) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    draft = begun(Starters.firstLines(Starters.first(item)), starter, scope, draft);
                    if (draft != null) {
                        riskFields.fill(draft, item, scope, null);
                    }
                }
            } else {
                draft = begun(Starters.firstLines(List.of(block)), starter, scope, draft);
                if (draft != null) {
                    riskFields.fill(draft, List.of(block), scope, null);
                }
            }
        }
    }

    /** A new entry if the first of these lines begins one, else the one that they go on with. */
    private @Nullable RiskDraft begun(List<Line> first, String starter, Scope scope, @Nullable RiskDraft draft) {
        Label label = first.isEmpty() ? null : first.get(0).label(words);
        if (label == null || !label.name().equals(starter)) {
            return draft;
        }
        Lead lead = Lead.of(Plain.of(Sentences.of(label.value()).get(0)), words);
        int line = first.get(0).number();
        RiskDraft begun = new RiskDraft(Title.of(ItemText.title(lead)), lead.state(), scope, line, line);
        drafts.risks.add(begun);
        return begun;
    }
}
