package dev.mitigauge.ingest;

import java.util.List;

/** Registers of bare lines. */
final class BareLines {

    private static final int LONGEST = 160;

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final Shape shape;

    BareLines(Context context, Shape shape) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.shape = shape;
    }

    /** A register of bare lines: no bullet, no table, and most lines are "what: who, when". */
    boolean are(List<Block> body, Scope scope) {
        if (scope.family() != Scope.Family.RISK || scope.isRestating() || shape.keepsEntries) {
            return false;
        }
        int lines = 0;
        int named = 0;
        for (Block block : body) {
            if (!(block instanceof Block.Paragraph paragraph)) {
                return false;
            }
            for (Line line : paragraph.lines()) {
                lines++;
                named += isNamed(line) ? 1 : 0;
            }
        }
        return named >= 3 && named * 2 >= lines;
    }

    private boolean isNamed(Line line) {
        int colon = line.raw().indexOf(": ");
        return colon > 8 && colon < LONGEST && line.label(words) == null;
    }

    void read(List<Block> body, Scope scope) {
        RiskDraft draft = null;
        for (Block block : body) {
            boolean ended = true;
            for (Line line : ((Block.Paragraph) block).lines()) {
                if (isNamed(line) && ended) {
                    draft = new RiskDraft(
                            Title.of(ItemText.title(line.lead(words))),
                            line.lead(words).trailing(),
                            scope,
                            line.number(),
                            line.number());
                    drafts.risks.add(draft);
                }
                if (draft != null) {
                    draft.add(null, line.raw(), line.number(), false);
                    use.fact(line.number(), line.number());
                } else {
                    use.prose(line.number(), line.number());
                }
                ended = line.raw().endsWith(".") || isNamed(line);
            }
        }
    }
}
