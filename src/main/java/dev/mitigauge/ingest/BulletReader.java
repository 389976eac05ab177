package dev.mitigauge.ingest;

import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.WrittenState;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        this.labelClaims = labelClaims;
        this.nested = nested;
        this.unmarkedState = new UnmarkedState(shape);
        this.bulletRisk = new BulletRisk(context, riskFields);
    }

    void read(Block.Item item, Scope scope, boolean loose) {
        if (item.children().isEmpty() || scope.isSilent()) {
            use.structure(item.line(), item.endLine());
        } else if (!(item.children().get(0) instanceof Block.Paragraph head)) {
            nested.read(item.children(), scope, false);
        } else if (item.children().size() == 1 && nothing.in(head)) {
            use.structure(item.line(), item.endLine());
        } else {
            Bullet bullet = Bullet.of(item, head, words);
            if (isMeasure(bullet)) {
                measured(bullet, scope);
            } else {
                read(bullet, scope, loose);
            }
        }
    }

    private static boolean isMeasure(Bullet bullet) {
        return bullet.rest().isEmpty()
                && !bullet.lead().box()
                && Measure.is(bullet.lead().plain().text());
    }

    /** What a number measures is no item; a status with it may claim something all the same. */
    private void measured(Bullet bullet, Scope scope) {
        Label label = bullet.head().first().label(words);
        use.fact(bullet.line(), bullet.item().endLine());
        if (label != null) {
            labelClaims.read(label, scope, bullet.head().first());
        }
    }

    private void read(Bullet bullet, Scope scope, boolean loose) {
        Lead lead = bullet.lead();
        if (lead.state() != null && (lead.box() || !scope.isRestating())) {
            marked(bullet, scope);
        } else if (scope.isRestating()) {
            use.structure(bullet.line(), bullet.item().endLine());
            bullet.rest().forEach(block -> boxesOnly(block, scope));
        } else {
            plain(bullet, bullet.head().first().label(words), scope, loose);
        }
    }

    private void plain(Bullet bullet, @Nullable Label label, Scope scope, boolean loose) {
        boolean labelled = label != null && label.field() != null;
        if (scope.family() == Scope.Family.RISK && isEntry(bullet, label, scope, loose)) {
            bulletRisk.read(bullet, scope);
        } else if (label != null && labelled && scope.family() != Scope.Family.RISK) {
            labelClaims.read(label, scope, bullet.head().first());
            nested.read(bullet.rest(), scope, false);
        } else {
            WrittenState state = loose ? unmarkedState.of(bullet.lead(), scope) : null;
            if (state == null) {
                nested.read(bullet.rest(), scope, false);
            } else {
                task(bullet, state, scope);
            }
        }
    }

    /** Whether a bullet of a register is an entry: it names one, has labels below it, or stands where entries do. */
    private boolean isEntry(Bullet bullet, @Nullable Label label, Scope scope, boolean loose) {
        if (isPath(bullet)) {
            return false;
        }
        if (!shape.mayHoldEntries(scope)) {
            return Restated.isNumbered(bullet.lead().text(), drafts.risks);
        }
        boolean set = loose || (label == null && bullet.head().first().raw().startsWith("**"));
        boolean labelled = label != null && label.field() != null;
        return fieldLabels.areBelow(bullet.item())
                || Restated.isNumbered(bullet.lead().text(), drafts.risks)
                || (set && !labelled && (!shape.keepsEntries || scope.ownRole()));
    }

    /** A file and nothing more: where something is, not what is wrong there. */
    private static boolean isPath(Bullet bullet) {
        String text = bullet.lead().text();
        List<Ids.Named> named = bullet.rest().isEmpty() && text.indexOf(' ') < 0
                ? Ids.all(bullet.lead().plain())
                : List.of();
        return named.size() == 1
                && named.get(0).kind() == ReferenceKind.PATH
                && named.get(0).end() - named.get(0).start() >= text.length();
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

    private void marked(Bullet bullet, Scope scope) {
        Lead lead = bullet.lead();
        if (!ItemText.isText(lead.text()) || isPlaceholder(lead) || isMeaning(lead)) {
            use.structure(bullet.line(), bullet.item().endLine());
            return;
        }
        WrittenState state = ItemText.state(lead);
        if (lead.box() && scope.role() == SectionRole.NO_GO) {
            // Ticked means that the reason to stop is there; empty means that it was not found.
            state = state == WrittenState.DONE ? WrittenState.OPEN : WrittenState.DONE;
        }
        if (scope.family() == Scope.Family.RISK && scope.role() != SectionRole.TASKS) {
            bulletRisk.marked(bullet, state, scope);
        } else {
            task(bullet, state, scope);
        }
    }

    private void task(Bullet bullet, WrittenState state, Scope scope) {
        TaskDraft draft = new TaskDraft(bullet.lead(), state, scope, bullet.line(), bullet.endLine());
        drafts.tasks.add(draft);
        use.fact(bullet.head().line(), bullet.endLine());
        details(draft, bullet.rest(), scope);
    }

    /** A box is an item wherever it stands; a mark below a mark is one of the same list, below a box it is a remark. */
    private boolean isItem(Block.Item below, Lead above) {
        return marks.isBoxed(below) || (!above.box() && marks.isMarked(below));
    }

    /** What stands below a task: boxes are tasks of their own, labels and words belong to it. */
    private void details(TaskDraft draft, List<Block> rest, Scope scope) {
        for (Block block : rest) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item below : bullets.items()) {
                    if (isItem(below, draft.lead)) {
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
