package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import java.util.EnumSet;
import java.util.Set;

/** Whether a heading is an entry of a register itself. */
final class RiskHeading {

    private final HeadingReader headings;
    private final ClaimReader claimReader;
    private final FieldLabels fieldLabels;
    private final Marks marks;
    private final RegisterRows registerRows;
    private final Nothing nothing;
    private final FieldHeadings fieldHeadings;
    private final EntryTitle entryTitle;
    private final Starters starters;
    private final FencedEntries fencedEntries;
    private final TableEntries tableEntries;
    private final Shape shape;

    RiskHeading(Context context, Shape shape, RiskFields riskFields) {
        this.fencedEntries = new FencedEntries(context, riskFields);
        this.tableEntries = new TableEntries(context, riskFields);
        this.headings = context.headings;
        this.claimReader = context.claimReader;
        this.fieldLabels = context.fieldLabels;
        this.marks = context.marks;
        this.registerRows = context.registerRows;
        this.nothing = context.nothing;
        this.fieldHeadings = context.fieldHeadings;
        this.entryTitle = context.entryTitle;
        this.starters = context.starters;
        this.shape = shape;
    }

    boolean is(Part part, Scope scope, Scope parent) {
        if (scope.isRestating() || part.heading() == null || tableEntries.stand(part.body())) {
            return false;
        }
        Set<Field> labels = part.labels(fieldLabels).all();
        Set<Field> risky = part.labels(fieldLabels).ofRisks();
        boolean inRegister = isInRegister(part, scope, parent);
        if (part.heading().level() == 1) {
            return isDocument(part, scope, inRegister, labels, risky);
        }
        if (!inRegister && !isLabelled(part, scope, risky)) {
            return false;
        }
        boolean chapters = part.title().id() != null
                && !Any.of(part.parts(), below -> below.title().id() != null);
        if (!chapters && (holdsEntries(part) || Any.of(part.parts(), this::isListOfRisks))) {
            return false;
        }
        if (!inRegister) {
            return true;
        }
        boolean fields = areFields(part, labels, risky);
        if (!fields && isListed(part, scope)) {
            return false;
        }
        boolean leaf = part.parts().isEmpty() || fields || (chapters && !marks.in(part, scope));
        boolean chapter = shape.keepsRows && part.title().id() == null && risky.size() == 1;
        if ((!risky.isEmpty() && !chapter) || fields || (labels.contains(Field.STATUS) && leaf)) {
            return true;
        }
        return leaf
                && !marks.in(part.body(), scope)
                && !nothing.in(part.body())
                && !isTitledList(part)
                && (isNamed(part) || isTold(part, scope, parent));
    }

    /** "4. Go-live: the site is hidden" in a register with labels below is an entry, whatever its title speaks of. */
    private boolean isInRegister(Part part, Scope scope, Scope parent) {
        boolean coded = part.title().id() != null
                && HeadingReader.isDotted(part.plain().text())
                && scope.family() == Scope.Family.UNKNOWN
                && !shape.hasOpenTitle()
                && Told.in(part.body());
        Labels labels = part.labels(fieldLabels);
        boolean entitled = (part.title().id() != null || part.title().number() != null)
                && labels.ofRisks().size() >= 2;
        return scope.family() == Scope.Family.RISK
                || coded
                || (labels.all().contains(Field.STATUS) && fieldLabels.isAcceptance(part.body()))
                || (entitled && (shape.hasRegisterTitle() || parent.family() == Scope.Family.RISK));
    }

    /** Whether the whole document is one entry. */
    private boolean isDocument(Part part, Scope scope, boolean inRegister, Set<Field> labels, Set<Field> risky) {
        boolean one = risky.size() >= 3
                || (isRated(part, labels, risky) && !marks.in(part, scope))
                || (inRegister && isPage(part, scope));
        return one && !holdsEntries(part);
    }

    private boolean holdsEntries(Part part) {
        return Any.of(part.parts(), below -> looksLikeEntry(below) && !fieldHeadings.isField(below));
    }

    /** "Known risks" below "Risk management": what stands under it are entries, not a part of one. */
    private boolean isListOfRisks(Part below) {
        return !fieldHeadings.isField(below)
                && Any.of(below.body(), block -> block instanceof Block.Bullets || block instanceof Block.Table)
                && headings.role(below) == SectionRole.RISKS;
    }

    /** "Accepted limitations (REV-3)" above a list: what is in parentheses is about all of it, and the bullets are the entries. */
    private boolean isTitledList(Part part) {
        String text = part.plain().text();
        boolean noted = text.endsWith(")") || text.endsWith("）");
        return noted
                && headings.isRegister(HeadingReader.name(text))
                && Any.of(
                        part.body(),
                        block -> block instanceof Block.Bullets list
                                && list.items().size() > 1);
    }

    /** Outside of a register only labels make an entry, and more than one. */
    private boolean isLabelled(Part part, Scope scope, Set<Field> risky) {
        return risky.size() >= 2
                && (risky.contains(Field.MITIGATION)
                        || risky.contains(Field.SEVERITY)
                        || risky.contains(Field.REASON)
                        || (risky.contains(Field.ERROR) && risky.contains(Field.APPROACH)))
                && scope.family() != Scope.Family.TASK
                && claimReader.of(part.plain().text()).isEmpty();
    }

    private boolean areFields(Part part, Set<Field> labels, Set<Field> risky) {
        boolean labelled = !risky.isEmpty() || labels.contains(Field.STATUS);
        return fieldHeadings.areFields(part.parts()) || (labelled && Any.of(part.parts(), fieldHeadings::isField));
    }

    /** Whether what stands below are the entries. */
    private boolean isListed(Part part, Scope scope) {
        return fieldLabels.areItems(part.body())
                || starters.find(part.body()) != null
                || (scope.ownRole() && fencedEntries.stand(part.body()))
                || (part.title().id() == null && registerRows.areEntries(part.body(), scope));
    }

    /** An id, a number or a state in the title, and something below it. */
    private boolean isNamed(Part part) {
        boolean told = !part.body().isEmpty()
                || (part.heading() != null && part.heading().raw().startsWith("**"));
        return told
                && (part.title().id() != null
                        || (part.title().number() != null && !shape.keepsRows)
                        || part.plain().isStruck()
                        || entryTitle.state(part.plain()) != null
                        || headings.isNumbered(part.plain().text()));
    }

    /** Prose where headings above say that these are entries, or where all headings have but prose. */
    private boolean isTold(Part part, Scope scope, Scope parent) {
        boolean underRole = parent.ownRole() && parent.role() != null && scope.role() == parent.role();
        boolean bare = scope.role() == null && parent.path().size() <= 1 && shape.isBareRegister();
        return (underRole || bare) && Told.in(part.body()) && scope.role() != SectionRole.SUMMARY;
    }

    private boolean looksLikeEntry(Part part) {
        if (part.heading() == null) {
            return false;
        }
        if (part.title().id() != null
                || part.title().number() != null
                || part.plain().isStruck()
                || headings.isNumbered(part.plain().text())) {
            return true;
        }
        return !part.labels(fieldLabels).ofRisks().isEmpty() || Any.of(part.parts(), this::looksLikeEntry);
    }

    /** A severity with a status, or with headings that are labels: a page that is one entry. */
    private boolean isRated(Part part, Set<Field> labels, Set<Field> risky) {
        return risky.contains(Field.SEVERITY)
                && (labels.contains(Field.STATUS) || Any.of(part.parts(), fieldHeadings::isField));
    }

    /** A page whose headings are the labels of one entry: "Compensating controls", "Exit criteria". */
    private boolean isPage(Part part, Scope scope) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Part below : part.parts()) {
            Field field = fieldHeadings.field(below);
            if (field != null && FieldLabels.OF_RISKS.contains(field)) {
                fields.add(field);
            }
        }
        return fields.size() >= 2 && !marks.in(part, scope);
    }
}
