package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a document as a whole is kept, by which its lines are read: in entries or rows, with marks or without. */
final class Shape {

    private final HeadingReader headings;
    private final FieldLabels fieldLabels;
    private final Part root;

    /** Whether the register keeps its entries under headings or in tables: then a plain bullet elsewhere is no entry. */
    final boolean keepsEntries;

    /** Whether it keeps them in tables: then a number in front of a heading is that of a chapter. */
    final boolean keepsRows;

    /** Whether any item carries a mark: where none does, plain lines under "Tasks" are all that there is. */
    final boolean hasMarks;

    /** Whether headings tell risks from the rest: then what stands under others is none. Found out when first asked. */
    private @Nullable Boolean sorted;

    private @Nullable Boolean bareRegister;

    private @Nullable Boolean onlyLists;

    private boolean openTitle;

    private boolean registerTitle;

    private boolean history;

    Shape(Context context, Part root, Scope top) {
        this.headings = context.headings;
        this.fieldLabels = context.fieldLabels;
        this.root = root;
        keepsEntries = entries(root, context.registerRows) >= 2;
        keepsRows = context.registerRows.named(root) >= 2;
        hasMarks = context.marks.in(root, top);
    }

    private int entries(Part part, RegisterRows rows) {
        int entries = 0;
        for (Part below : part.parts()) {
            entries += below.labels(fieldLabels).ofRisks().size() >= 2 ? 1 : 0;
            entries += entries(below, rows);
        }
        return entries + rows.own(part);
    }

    /** What the title of the document says of all that stands in it. */
    void entitle(Scope scope) {
        history |= scope.role() == SectionRole.CONTENTS;
        openTitle |= scope.role() == SectionRole.OPEN;
        registerTitle |= scope.role() == SectionRole.RISKS;
    }

    /** Whether the document's title says that what stands in it is still to be done: "Open items". */
    boolean hasOpenTitle() {
        return openTitle;
    }

    /** Whether the document is called a change log, or another page of references. */
    boolean isHistory() {
        return history;
    }

    /** Whether the document's title says that it is a register: "P1 - hardening" in it heads entries, not tasks. */
    boolean hasRegisterTitle() {
        return registerTitle;
    }

    /** Whether plain bullets may be entries here: wherever the headings sort nothing, else under those that say so. */
    boolean mayHoldEntries(Scope scope) {
        if (scope.isTold() || scope.path().size() <= 1) {
            return true;
        }
        Boolean known = sorted;
        if (known == null) {
            known = Any.of(root.parts(), this::sorts);
            sorted = known;
        }
        return !known;
    }

    private boolean sorts(Part part) {
        boolean title = part.heading() == null || part.heading().level() == 1;
        SectionRole role = title ? null : headings.role(part);
        boolean items = role == SectionRole.RISKS || role == SectionRole.OPEN || role == SectionRole.DONE;
        boolean tells = part.parts().isEmpty()
                && !part.body().isEmpty()
                && part.body().get(0) instanceof Block.Paragraph paragraph
                && (paragraph.lines().size() > 1 || Told.in(part.body()));
        return (items && !tells) || Any.of(part.parts(), this::sorts);
    }

    /** A register whose headings have nothing but prose under them: each is an entry. Found out when first asked. */
    boolean isBareRegister() {
        Boolean known = bareRegister;
        if (known == null) {
            List<Part> parts = root.parts().size() == 1 ? root.parts().get(0).parts() : root.parts();
            known = parts.size() > 1 && !keepsEntries && !hasMarks && !Any.of(parts, part -> !isBare(part));
            bareRegister = known;
        }
        return known;
    }

    private boolean isBare(Part part) {
        boolean prose = part.parts().isEmpty()
                && !Any.of(part.body(), block -> !(block instanceof Block.Paragraph || block instanceof Block.Other));
        return prose || Scope.isRestating(headings.role(part));
    }

    /** A to-do list and nothing else: headings, bullets, and prose only in front of the first heading below the title. */
    boolean isOnlyLists() {
        Boolean known = onlyLists;
        if (known == null) {
            known = PlainLists.fill(root);
            onlyLists = known;
        }
        return known;
    }
}
