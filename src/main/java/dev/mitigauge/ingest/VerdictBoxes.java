package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.WrittenState;

/** Boxes that are verdicts to choose from. */
final class VerdictBoxes {

    private static final int MOST = 6;

    private final Vocabulary words;
    private final LineUse use;
    private final ClaimReader claimReader;
    private final Drafts drafts;

    VerdictBoxes(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
    }

    /** Boxes that are verdicts to choose from: "[ ] Approved for launch", "[ ] Approved with conditions", "[ ] Blocked". */
    boolean is(Block.Bullets bullets) {
        return bullets.items().size() > 1
                && bullets.items().size() <= MOST
                && !Any.of(bullets.items(), item -> !isVerdictBox(item))
                && Any.of(bullets.items(), this::isClaim);
    }

    private boolean isVerdictBox(Block.Item item) {
        if (item.children().size() != 1 || !(item.children().get(0) instanceof Block.Paragraph paragraph)) {
            return false;
        }
        Lead lead = paragraph.first().lead(words);
        boolean verdict = !lead.text().isEmpty() && (words.states.whole(lead.text()) != null || claims(lead.text()));
        return lead.box() && verdict;
    }

    private boolean isClaim(Block.Item item) {
        Lead lead = ((Block.Paragraph) item.children().get(0)).first().lead(words);
        return claims(lead.text());
    }

    /** "Approved with conditions", "No-go — blockers remain": what it begins with, or all that it says up to a dash. */
    private boolean claims(String text) {
        return words.claims.at(text, 0) != null || claimReader.isAnswer(text);
    }

    /** The verdict that is ticked is what the document claims; one that is not ticked says nothing. */
    void read(Block.Bullets bullets, Scope scope) {
        use.structure(bullets.line(), bullets.endLine());
        for (Block.Item item : bullets.items()) {
            Line line = ((Block.Paragraph) item.children().get(0)).first();
            Lead lead = line.lead(words);
            if (lead.state() == WrittenState.DONE) {
                claimReader
                        .ofAnswer(lead.text())
                        .forEach(claimed -> drafts.claim(
                                claimed, ClaimScope.DOCUMENT, scope.sectionId(), lead.text(), line.number()));
                use.fact(line.number(), line.number());
            }
        }
    }
}
