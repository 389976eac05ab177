package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.WrittenState;

/** Checklists of bare lines, each with a mark in front: {@code ✅ Backups run}. */
final class MarkedLines {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final ClaimReader claimReader;

    MarkedLines(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.claimReader = context.claimReader;
    }

    /** Whether each line of a paragraph, two at least, begins with a mark and claims nothing of the whole. */
    boolean are(Block.Paragraph paragraph, Scope scope) {
        boolean held = scope.path().size() > 1 && scope.family() != Scope.Family.RISK && !scope.isRestating();
        return held && paragraph.lines().size() > 1 && !Any.of(paragraph.lines(), line -> !isMarked(line));
    }

    private boolean isMarked(Line line) {
        Lead lead = line.lead(words);
        return !lead.box()
                && lead.state() != null
                && lead.plain().text().charAt(0) >= FIRST_MARK
                && ItemText.isText(lead.text())
                && !Any.of(claimReader.of(lead.text()), claim -> speaksOfAll(claim.kind()));
    }

    private static boolean speaksOfAll(ClaimKind kind) {
        return kind == ClaimKind.READY || kind == ClaimKind.CONDITIONAL || kind == ClaimKind.NOT_READY;
    }

    private static final char FIRST_MARK = 0x2000;

    void read(Block.Paragraph paragraph, Scope scope) {
        for (Line line : paragraph.lines()) {
            WrittenState state = ItemText.state(line.lead(words));
            drafts.tasks.add(new TaskDraft(line.lead(words), state, scope, line.number(), line.number()));
            use.fact(line.number(), line.number());
        }
    }
}
