package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/** Bullets that are entries of a register. */
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

    void read(Bullet bullet, Scope scope) {
        RiskDraft draft = draft(bullet, bullet.lead().trailing(), scope);
        draft.add(null, ItemText.joined(bullet.head()), bullet.head().line(), bullet.endLine(), false);
        String behind = ItemText.behindTitle(bullet.lead());
        if (Grade.in(behind, words) != null) {
            draft.add(Field.SEVERITY, behind, bullet.head().line(), false);
        }
        riskFields.fill(draft, bullet.rest(), scope, null);
    }

    /** One that carries a mark. */
    void marked(Bullet bullet, WrittenState state, Scope scope) {
        riskFields.fill(draft(bullet, state, scope), bullet.rest(), scope, null);
    }

    private RiskDraft draft(Bullet bullet, @Nullable WrittenState state, Scope scope) {
        Lead lead = bullet.lead();
        Phrases.Found<Severity> grade = Grade.before(lead.text(), words);
        Lead named = grade == null ? lead : lead.from(Grade.nameAt(lead.text(), grade.end()));
        RiskDraft draft = new RiskDraft(Title.of(ItemText.title(named)), state, scope, bullet.line(), bullet.endLine());
        if (grade != null) {
            draft.add(Field.SEVERITY, lead.text().substring(0, grade.end()), bullet.line(), false);
        }
        drafts.risks.add(draft);
        use.fact(bullet.head().line(), bullet.endLine());
        return draft;
    }
}
