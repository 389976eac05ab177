package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.List;

/** Reads what stands under an ordinary heading: each kind of block has its own reader. */
final class BodyReader {

    private final LineUse use;
    private final Drafts drafts;
    private final Starters starters;
    private final BareLines bareLines;
    private final StartedEntries startedEntries;
    private final ParagraphReader paragraphs;
    private final VerdictBoxes verdictBoxes;
    private final BulletReader bullets;
    private final TableItems tableItems;
    private final BoxedFence boxedFence;
    private final RegisterRows registerRows;
    private final FencedEntries fencedEntries;
    private final TableEntries tableEntries;
    private final SignOffs signOffs;

    BodyReader(Context context, Shape shape, RiskFields riskFields) {
        LabelClaims labelClaims = new LabelClaims(context);
        this.use = context.use;
        this.drafts = context.drafts;
        this.starters = context.starters;
        this.bareLines = new BareLines(context, shape);
        this.startedEntries = new StartedEntries(context, riskFields);
        this.paragraphs = new ParagraphReader(context, labelClaims, new ProseClaims(context));
        this.verdictBoxes = new VerdictBoxes(context);
        this.bullets = new BulletReader(context, shape, riskFields, labelClaims, this::read);
        this.tableItems = new TableItems(context, shape, labelClaims);
        this.boxedFence = new BoxedFence(context);
        this.registerRows = context.registerRows;
        this.fencedEntries = new FencedEntries(context, riskFields);
        this.tableEntries = new TableEntries(context, riskFields);
        this.signOffs = new SignOffs(context);
    }

    /** @param loose whether plain bullets may be items here: not in the introduction of a document that has sections */
    void read(List<Block> body, Scope scope, boolean loose) {
        if (loose && bareLines.are(body, scope)) {
            bareLines.read(body, scope);
            return;
        }
        String starter = scope.family() == Scope.Family.RISK && !scope.isRestating() ? starters.find(body) : null;
        if (starter != null) {
            startedEntries.read(body, starter, scope);
            return;
        }
        int before = drafts.items();
        boolean listed = loose && !registerRows.stand(body, scope);
        Scope current = scope;
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                current = paragraphs.read(paragraph, scope, current);
            } else {
                read(block, current, listed);
            }
        }
        if (drafts.items() > before || scope.isRestating() || !loose) {
            explain(body);
        }
    }

    private void read(Block block, Scope scope, boolean loose) {
        if (block instanceof Block.Bullets list && verdictBoxes.is(list)) {
            verdictBoxes.read(list, scope);
        } else if (block instanceof Block.Bullets list) {
            for (Block.Item item : list.items()) {
                bullets.read(item, scope, loose);
            }
        } else if (block instanceof Block.Table table && mayBeEntry(scope) && tableEntries.is(table)) {
            tableEntries.read(table, scope);
        } else if (block instanceof Block.Table table) {
            tableItems.read(table, scope);
        } else if (block instanceof Block.Quote quote) {
            read(quote.children(), scope, loose);
        } else if (boxedFence.is(block) && !scope.isSilent() && !scope.isRestating()) {
            boxedFence.read(block, scope);
        } else if (mayBeEntry(scope) && fencedEntries.are(block)) {
            fencedEntries.read(block, scope);
        } else {
            use.structure(block.line(), block.endLine());
            drafts.hasTemplate |= scope.isSilent() && isFence(block);
        }
    }

    private static boolean mayBeEntry(Scope scope) {
        return scope.family() == Scope.Family.RISK && !scope.isRestating() && !scope.isSilent();
    }

    /** Paragraphs beside items explain these. */
    private void explain(List<Block> body) {
        for (Block block : body) {
            if (block instanceof Block.Paragraph) {
                use.prose(block.line(), block.endLine());
            }
        }
    }

    /** Passes over what stands under a heading under which nothing is an item; what was answered there is a claim. */
    void silence(List<Block> body, Scope scope) {
        for (Block block : body) {
            use.structure(block.line(), block.endLine());
            drafts.hasTemplate |= isFence(block);
        }
        if (scope.role() == SectionRole.SIGN_OFF) {
            signOffs.read(body, scope);
        }
    }

    private static boolean isFence(Block block) {
        return block instanceof Block.Other other && other.kind() == Block.Kind.FENCE;
    }
}
