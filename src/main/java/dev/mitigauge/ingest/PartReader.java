package dev.mitigauge.ingest;

import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import org.jspecify.annotations.Nullable;

/** Reads a heading with all that stands under it: as an entry of a register, as a task, or as a section that holds items. */
final class PartReader {

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
            bodies.silence(part.body());
            part.parts().forEach(below -> read(below, parentOf(below, parent, id), section));
        } else if (riskHeading.is(part, scope, parent)) {
            risks.read(part, scope, parent, section);
        } else if (taskHeading.is(part, scope)) {
            tasks.read(part, scope, section);
        } else {
            bodies.read(part.body(), scope, heading.level() > 1 || part.parts().isEmpty());
            for (Part below : part.parts()) {
                read(below, scope, section);
            }
        }
    }

    /** Under a legend a heading with a role of its own counts as if it stood beside the legend; any other is part of it. */
    private Scope parentOf(Part below, Scope parent, String id) {
        boolean own = words.roles.find(below.plain().text(), 0) != null;
        return own ? parent : headings.scope(parent, id, below.words(words), 6).withRole(SectionRole.LEGEND);
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
