package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.WrittenState;
import java.util.List;

/** Bullets under an ordinary heading. */
final class BulletReader {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final FieldLabels fieldLabels;
    private final Marks marks;
    private final Nothing nothing;
    private final LabelledLines labelledLines;
    private final Shape shape;
    private final RiskFields riskFields;
    private final LabelClaims labelClaims;
    private final Nested nested;
    private final UnmarkedState unmarkedState;
    private final BulletRisk bulletRisk;

    BulletReader(Context context, Shape shape, RiskFields riskFields, LabelClaims labelClaims, Nested nested) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.fieldLabels = context.fieldLabels;
        this.marks = context.marks;
        this.nothing = context.nothing;
        this.labelledLines = context.labelledLines;
        this.shape = shape;
        this.riskFields = riskFields;
        this.labelClaims = labelClaims;
        this.nested = nested;
        this.unmarkedState = new UnmarkedState(shape);
        this.bulletRisk = new BulletRisk(context, riskFields);
    }

    void read(Block.Item item, Scope scope, boolean loose) {
        if (item.children().isEmpty() || scope.isSilent()) {
            use.structure(item.line(), item.endLine());
            return;
        }
        if (!(item.children().get(0) instanceof Block.Paragraph head)) {
            nested.read(item.children(), scope, false);
            return;
        }
        List<Block> rest = item.children().size() == 1
                ? List.of()
                : item.children().subList(1, item.children().size());
        if (rest.isEmpty() && nothing.in(head)) {
            use.structure(item.line(), item.endLine());
            return;
        }
        Lead lead =
                head.lines().size() == 1 ? head.first().lead(words) : Lead.of(Plain.of(ItemText.joined(head)), words);
        Label label = lead.state() == null ? head.first().label(words) : null;
        if (lead.state() != null && !(scope.isRestating() && !lead.box())) {
            if (ItemText.isText(lead.text()) && !isPlaceholder(lead) && !isMeaning(lead)) {
                markedItem(item, head, rest, lead, scope);
            } else {
                use.structure(item.line(), item.endLine());
            }
        } else if (scope.isRestating()) {
            use.structure(item.line(), item.endLine());
            rest.forEach(block -> boxesOnly(block, scope));
        } else if (scope.family() == Scope.Family.RISK
                && ((shape.mayHoldEntries(scope) && fieldLabels.areBelow(item))
                        || Restated.isNumbered(lead.text(), drafts.risks))) {
            bulletRisk.read(item, head, rest, lead, scope);
        } else if (label != null && label.field() != null && scope.family() != Scope.Family.RISK) {
            labelClaims.read(label, scope, head.lines().get(0));
            nested.read(rest, scope, false);
        } else if (scope.family() == Scope.Family.RISK
                && shape.mayHoldEntries(scope)
                && (loose || (label == null && head.lines().get(0).raw().startsWith("**")))
                && (!shape.keepsEntries || scope.ownRole())
                && !(label != null && label.field() != null)) {
            bulletRisk.read(item, head, rest, lead, scope);
        } else {
            WrittenState state = loose ? unmarkedState.of(lead, scope) : null;
            if (state == null) {
                nested.read(rest, scope, false);
            } else {
                looseTask(item, head, rest, lead, state, scope);
            }
        }
    }

    private void boxesOnly(Block block, Scope scope) {
        if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> read(item, scope, false));
        }
    }

    /** {@code ✅ DONE = tried and found good}: what a mark means. */
    private boolean isMeaning(Lead lead) {
        int sign = lead.text().indexOf(" = ");
        return !lead.box()
                && sign > 0
                && sign < 24
                && words.states.whole(lead.text().substring(0, sign)) != null;
    }

    /** {@code - [ ] TBD}: a line of a form that nobody filled in. */
    private boolean isPlaceholder(Lead lead) {
        WrittenState word = lead.box() && lead.text().length() <= 5 ? words.states.whole(lead.text()) : null;
        return word != null && word != WrittenState.DONE;
    }

    private void markedItem(Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, Scope scope) {
        use.fact(head.line(), head.endLine());
        WrittenState state = ItemText.state(lead);
        if (lead.box() && scope.role() == SectionRole.NO_GO) {
            // Ticked means that the reason to stop is there; empty means that it was not found.
            state = state == WrittenState.DONE ? WrittenState.OPEN : WrittenState.DONE;
        }
        boolean risk = scope.family() == Scope.Family.RISK && scope.role() != SectionRole.TASKS;
        if (risk) {
            RiskDraft draft = new RiskDraft(Title.of(ItemText.title(lead)), state, scope, item.line(), head.endLine());
            drafts.risks.add(draft);
            riskFields.fill(draft, rest, scope, null);
            return;
        }
        TaskDraft draft = new TaskDraft(lead, state, scope, item.line(), head.endLine());
        drafts.tasks.add(draft);
        details(draft, rest, scope);
    }

    private void looseTask(
            Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, WrittenState state, Scope scope) {
        TaskDraft draft = new TaskDraft(lead, state, scope, item.line(), head.endLine());
        drafts.tasks.add(draft);
        use.fact(head.line(), head.endLine());
        details(draft, rest, scope);
    }

    /** What stands below a task: boxes are tasks of their own, labels and words belong to it. */
    private void details(TaskDraft draft, List<Block> rest, Scope scope) {
        for (Block block : rest) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item below : bullets.items()) {
                    if (marks.isBoxed(below)) {
                        int first = drafts.tasks.size();
                        read(below, scope, false);
                        if (drafts.tasks.size() > first) {
                            drafts.tasks.get(first).parent = draft;
                        }
                    } else {
                        use.fact(below.line(), below.endLine());
                        below.children().forEach(child -> labelledLines.read(child, draft::add));
                    }
                }
            } else {
                use.fact(block.line(), block.endLine());
                labelledLines.read(block, draft::add);
            }
        }
    }
}
