package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.EnumSet;
import java.util.Set;

/** Whether a heading is a task itself. */
final class TaskHeading {

    /** Labels that a chapter may have as well as an entry. */
    private static final Set<Field> ABOUT_DOCUMENT = EnumSet.of(Field.NOTE, Field.SINCE, Field.ID, Field.TITLE);

    private final FieldLabels fieldLabels;
    private final Marks marks;
    private final FieldHeadings fieldHeadings;
    private final EntryTitle entryTitle;
    private final Shape shape;

    TaskHeading(Context context, Shape shape) {
        this.fieldLabels = context.fieldLabels;
        this.marks = context.marks;
        this.fieldHeadings = context.fieldHeadings;
        this.entryTitle = context.entryTitle;
        this.shape = shape;
    }

    boolean is(Part part, Scope scope) {
        Title title = part.title();
        Plain plain = part.plain();
        boolean deep = part.heading() != null && part.heading().level() > 1;
        if (!deep
                || scope.family() == Scope.Family.RISK
                || scope.isRestating()
                || !(part.parts().isEmpty() || fieldHeadings.areFields(part.parts()))) {
            return false;
        }
        boolean numbered = title.number() != null || title.id() != null;
        Set<Field> labels = part.labels(fieldLabels).all();
        WrittenState status = labels.contains(Field.STATUS) ? fieldLabels.status(part.body()) : null;
        if (marks.in(part, scope)) {
            // Ticks below an entry with a state of its own tell what was done for it; boxes and rows are items.
            return numbered
                    && status != null
                    && entryTitle.state(plain) != null
                    && !marks.inBoxesOrRows(part.body(), scope);
        }
        if (status != null) {
            return true;
        }
        if (shape.hasOpenTitle()
                && scope.family() == Scope.Family.UNKNOWN
                && !ABOUT_DOCUMENT.containsAll(labels)
                && isUnmarkedMust(part, scope)) {
            return true;
        }
        return numbered
                && (entryTitle.state(plain) != null
                        || labels.contains(Field.SEVERITY)
                        || (labels.contains(Field.STATUS) && !(shape.hasMarks && isChapter(plain.text())))
                        || (HeadingReader.isDotted(plain.text()) && labels.contains(Field.APPROACH))
                        || isUnmarkedMust(part, scope));
    }

    /** Where nothing carries a mark, numbered headings under "Must have" are what must be had. */
    private boolean isUnmarkedMust(Part part, Scope scope) {
        boolean weighed = scope.must() || scope.tier() == Tier.CRITICAL || scope.tier() == Tier.HIGH;
        boolean open = scope.role() == SectionRole.OPEN && scope.path().size() > 2;
        boolean told = !part.body().isEmpty() || !part.parts().isEmpty();
        return !shape.hasMarks && told && (shape.hasOpenTitle() || (!shape.keepsEntries && (weighed || open)));
    }

    /** {@code 2.1 Backend}: a number below a number counts chapters. */
    private static boolean isChapter(String text) {
        int at = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > 0 && at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1));
    }
}
