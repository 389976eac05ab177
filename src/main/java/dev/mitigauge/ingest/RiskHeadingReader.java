package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.WrittenState;

/** Reads a heading that is an entry of a register. */
final class RiskHeadingReader {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final FieldHeadings fieldHeadings;
    private final EntryTitle entryTitle;
    private final RiskFields riskFields;

    RiskHeadingReader(Context context, RiskFields riskFields) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.fieldHeadings = context.fieldHeadings;
        this.entryTitle = context.entryTitle;
        this.riskFields = riskFields;
    }

    void read(Part part, Scope scope, Scope parent, Section section) {
        Title title = part.title();
        Plain plain = part.plain();
        WrittenState marked = entryTitle.state(plain);
        Title bare = Title.of(Trailing.withoutState(EntryTitle.unstruck(plain), words));
        RiskDraft draft = new RiskDraft(
                new Title(title.id(), title.codes(), title.number(), bare.text()),
                marked,
                HeadingReader.isDotted(plain.text()) ? scope : parent.in(section.id(), plain.text()),
                section.source().line(),
                part.heading() == null ? 0 : part.heading().endLine());
        drafts.risks.add(draft);
        riskFields.fill(draft, part.body(), scope, null);
        for (Part below : part.parts()) {
            Field field = fieldHeadings.field(below);
            if (field != null) {
                add(draft, below, field, scope);
            } else {
                describe(draft, below, scope);
            }
        }
    }

    /** What stands under a heading that is a label of the entry. */
    void add(RiskDraft draft, Part below, Field field, Scope scope) {
        if (below.heading() != null) {
            use.fact(below.heading().line(), below.heading().endLine());
        }
        riskFields.fill(draft, below.body(), scope, field);
    }

    /** Whether the entry is this heading. */
    boolean isOf(Part part, RiskDraft draft) {
        return part.heading() != null && part.heading().line() == draft.line;
    }

    /** A heading below an entry that is no label of its own tells more about the entry: only boxes under it are items. */
    private void describe(RiskDraft draft, Part below, Scope scope) {
        if (below.heading() != null) {
            use.fact(below.heading().line(), below.heading().endLine());
        }
        riskFields.fill(draft, below.body(), scope, null);
        below.parts().forEach(deeper -> describe(draft, deeper, scope));
    }
}
