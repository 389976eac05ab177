package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a heading with all that stands under it: as an entry of a register, as a task, or as a section that holds items. */
final class PartReader {

    /** Labels that headings behind the only entry of a page may be. */
    private static final Set<Field> OF_ONLY =
            EnumSet.of(Field.REASON, Field.MITIGATION, Field.APPROACH, Field.REVIEW, Field.ACCEPTED_BY);

    private final Sheet sheet;
    private final Vocabulary words;
    private final LineUse use;
    private final HeadingReader headings;
    private final Drafts drafts;
    private final Shape shape;
    private final HeadingClaims claims;
    private final RiskHeading riskHeading;
    private final RiskHeadingReader risks;
    private final TaskHeading taskHeading;
    private final TaskHeadingReader tasks;
    private final BodyReader bodies;
    private final FieldHeadings fieldHeadings;
    private final Marks marks;
    private final FieldLabels fieldLabels;

    PartReader(Context context, Shape shape, RiskFields riskFields, BodyReader bodies) {
        this.sheet = context.sheet;
        this.words = context.words;
        this.use = context.use;
        this.headings = context.headings;
        this.drafts = context.drafts;
        this.shape = shape;
        this.claims = new HeadingClaims(context);
        this.riskHeading = new RiskHeading(context, shape, riskFields);
        this.risks = new RiskHeadingReader(context, riskFields);
        this.taskHeading = new TaskHeading(context, shape);
        this.tasks = new TaskHeadingReader(context);
        this.bodies = bodies;
        this.fieldHeadings = context.fieldHeadings;
        this.marks = context.marks;
        this.fieldLabels = context.fieldLabels;
    }

    void read(Part part, Scope parent, @Nullable Section above) {
        Block.Heading heading = part.heading();
        if (heading == null) {
            return;
        }
        String id = sheet.name() + "#" + (drafts.sections.size() + 1);
        HeadingWords said = part.words(words);
        Scope scope = headings.scope(parent, id, said, heading.level());
        if (heading.level() == 1) {
            scope = introducing(scope, part);
        }
        Section section = section(id, above, said, scope, heading);
        drafts.sections.add(section);
        use.fact(heading.line(), heading.endLine());
        claims.read(said, heading, section, scope);
        if (scope.isSilent()) {
            bodies.silence(part.body(), scope);
            boolean entries = holdsEntries(part);
            for (Part below : part.parts()) {
                read(below, entries ? parent : parentOf(below, scope, parent, id), section);
            }
        } else if (riskHeading.is(part, scope, parent)) {
            risks.read(part, scope, parent, section);
        } else if (taskHeading.is(part, scope)) {
            tasks.read(part, scope, section);
        } else {
            bodies.read(part.body(), scope, heading.level() > 1 || part.parts().isEmpty());
            entries(part, scope, section);
        }
    }

    /** A page with one entry may go on with headings that are its labels: "Exception", then "Justification". */
    private void entries(Part part, Scope scope, Section section) {
        RiskDraft only = null;
        for (Part below : part.parts()) {
            Field field = only == null ? null : fieldHeadings.field(below);
            if (only == null || field == null || !OF_ONLY.contains(field) || isOwnList(below)) {
                int before = drafts.risks.size();
                read(below, scope, section);
                only = before == 0 && drafts.risks.size() == 1 && risks.isOf(below, drafts.risks.get(0))
                        ? drafts.risks.get(0)
                        : null;
            } else {
                risks.add(only, below, field, scope);
            }
        }
    }

    /** "Tasks" with boxes below an entry is a list beside it. */
    private boolean isOwnList(Part part) {
        return words.roles.whole(HeadingReader.name(part.plain().text())) != null || marks.in(part.body(), Scope.NONE);
    }

    /** Entries one level below a legend, two at least, stand behind it; what shows how to write an entry shows it once. */
    private boolean holdsEntries(Part legend) {
        long entries = legend.parts().stream()
                .filter(below -> below.labels(fieldLabels).ofRisks().size() >= 2)
                .count();
        return entries >= 2 && entries == legend.parts().size();
    }

    /** Under a legend a heading with a role of its own counts as if it stood beside the legend; any other is part of it. */
    private Scope parentOf(Part below, Scope silent, Scope parent, String id) {
        Phrases.Found<SectionRole> own = words.roles.find(below.plain().text(), 0);
        boolean beside = own != null && own.value() != SectionRole.SIGN_OFF;
        return beside
                ? parent
                : headings.scope(parent, id, below.words(words), 6).withRole(silent.role());
    }

    /** The document's title gives the family; it silences nothing and settles nothing. */
    private Scope introducing(Scope scope, Part part) {
        drafts.introduction
                .append(part.heading() == null ? "" : part.heading().raw())
                .append(' ');
        drafts.introduce(part.body());
        shape.entitle(scope);
        return scope.ofTitle();
    }

    private Section section(String id, @Nullable Section above, HeadingWords said, Scope scope, Block.Heading heading) {
        return new Section(
                id,
                above == null ? null : above.id(),
                said.name(),
                scope.path(),
                heading.level(),
                Phase.of(said, words),
                scope.tier(),
                scope.must(),
                scope.environment(),
                sheet.source(heading.line(), heading.endLine()));
    }
}
