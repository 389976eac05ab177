package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import java.util.EnumSet;
import java.util.Set;

/** Whether a heading is an entry of a register itself. */
final class RiskHeading {

    private final Vocabulary words;
    private final HeadingReader headings;
    private final ClaimReader claimReader;
    private final FieldLabels fieldLabels;
    private final Marks marks;
    private final RegisterRows registerRows;
    private final Nothing nothing;
    private final FieldHeadings fieldHeadings;
    private final EntryTitle entryTitle;
    private final Starters starters;
    private final Shape shape;

    RiskHeading(Context context, Shape shape) {
        this.words = context.words;
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

    boolean is(Part part, Scope scope, Scope parent, Title title, Plain plain) {
        if (scope.isRestating() || part.heading() == null) {
            return false;
        }
        EnumSet<Field> labels = fieldLabels.in(part.body());
        Set<Field> risky = labels.clone();
        risky.retainAll(FieldLabels.OF_RISKS);
        // "4. Go-live: the site is hidden" in a register with labels below is an entry, whatever its title speaks of.
        boolean entitled = (title.id() != null || title.number() != null) && risky.size() >= 2;
        boolean inRegister = scope.family() == Scope.Family.RISK
                || (entitled && (shape.hasRegisterTitle() || parent.family() == Scope.Family.RISK));
        if (part.heading().level() == 1) {
            boolean one = risky.size() >= 3
                    || (isRated(part, labels, risky) && !marks.in(part, scope))
                    || (inRegister && isPage(part, scope));
            return one && !Any.of(part.parts(), below -> looksLikeEntry(below) && !fieldHeadings.isField(below));
        }
        boolean chapters = title.id() != null
                && !Any.of(part.parts(), below -> below.title().id() != null);
        if (!chapters && Any.of(part.parts(), below -> looksLikeEntry(below) && !fieldHeadings.isField(below))) {
            return false;
        }
        if (!inRegister) {
            return risky.size() >= 2
                    && (risky.contains(Field.MITIGATION)
                            || risky.contains(Field.SEVERITY)
                            || risky.contains(Field.REASON)
                            || (risky.contains(Field.ERROR) && risky.contains(Field.APPROACH)))
                    && scope.family() != Scope.Family.TASK
                    && claimReader.of(plain.text()).isEmpty();
        }
        boolean labelled = !risky.isEmpty() || labels.contains(Field.STATUS);
        boolean fieldParts =
                fieldHeadings.areFields(part.parts()) || (labelled && Any.of(part.parts(), fieldHeadings::isField));
        boolean listed = fieldLabels.areItems(part.body())
                || starters.find(part.body()) != null
                || (title.id() == null && registerRows.areEntries(part.body(), scope));
        if (!fieldParts && listed) {
            return false;
        }
        boolean leaf = part.parts().isEmpty() || fieldParts || (chapters && !marks.in(part, scope));
        boolean chapter = shape.keepsRows && title.id() == null && risky.size() == 1;
        if ((!risky.isEmpty() && !chapter) || fieldParts || (labels.contains(Field.STATUS) && leaf)) {
            return true;
        }
        if (!leaf || marks.in(part.body(), scope) || nothing.in(part.body())) {
            return false;
        }
        boolean struck = plain.isStruck();
        boolean named = title.id() != null
                || (title.number() != null && !shape.keepsRows)
                || struck
                || entryTitle.state(plain) != null
                || headings.isNumbered(plain.text());
        boolean underRole = parent.ownRole() && parent.role() != null && scope.role() == parent.role();
        boolean bare = part.heading().level() > 1 && parent.path().size() <= 1 && shape.isBareRegister();
        boolean told = !part.body().isEmpty() || part.heading().raw().startsWith("**");
        return (named && told)
                || ((underRole || (bare && scope.role() == null))
                        && Told.in(part.body())
                        && scope.role() != SectionRole.SUMMARY);
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
        Set<Field> labels = fieldLabels.in(part.body());
        labels.retainAll(FieldLabels.OF_RISKS);
        return !labels.isEmpty() || Any.of(part.parts(), this::looksLikeEntry);
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
            Field field = fieldHeadings.isField(below)
                    ? Label.field(HeadingReader.name(below.plain().text()), words, false)
                    : null;
            if (field != null && FieldLabels.OF_RISKS.contains(field)) {
                fields.add(field);
            }
        }
        return fields.size() >= 2 && !marks.in(part, scope);
    }
}
