package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the blocks of one document and drafts its items, claims and sections. One use, one thread. */
final class Extraction {

    private final Sheet sheet;
    private final Vocabulary words;
    private final LineUse use;
    private final HeadingReader headings;
    private final ClaimReader claimReader;
    private final TableReader tables;
    private final Drafts drafts;
    private final FieldLabels fieldLabels;
    private final Marks marks;
    private final Nothing nothing;
    private final LabelledLines labelledLines;
    private final Starters starters;
    private final Shape shape;
    private final RiskHeading riskHeading;
    private final TaskHeading taskHeading;
    private final UnmarkedState unmarkedState;
    private final HeadingClaims headingClaims;
    private final LabelClaims labelClaims;
    private final ProseClaims proseClaims;
    private final VerdictBoxes verdictBoxes;
    private final BoxedFence boxedFence;
    private final RiskFields riskFields;
    private final BareLines bareLines;
    private final StartedEntries startedEntries;
    private final RiskHeadingReader riskHeadingReader;
    private final TaskHeadingReader taskHeadingReader;
    private final RiskRow riskRow;
    private final TaskRow taskRow;
    private final StatedRows statedRows;
    private final List<Block> blocks;
    private final int footer;
    private final Scope top;
    private final Part root;

    Extraction(Sheet sheet, Vocabulary words, List<Block> blocks) {
        Context context = new Context(sheet, words);
        this.sheet = context.sheet;
        this.words = context.words;
        this.use = context.use;
        this.headings = context.headings;
        this.claimReader = context.claimReader;
        this.tables = context.tables;
        this.drafts = context.drafts;
        this.fieldLabels = context.fieldLabels;
        this.marks = context.marks;
        this.nothing = context.nothing;
        this.labelledLines = context.labelledLines;
        this.starters = context.starters;
        this.blocks = blocks;
        footer = new Footer(words, fieldLabels).start(blocks);
        top = new Scope(
                sheet.name(),
                List.of(),
                Tier.NORMAL,
                false,
                null,
                null,
                familyOfName(words, sheet.name()),
                null,
                false,
                null);
        Part root = Part.tree(blocks.subList(0, footer));
        this.root = root;
        this.shape = new Shape(context, root, top);
        riskHeading = new RiskHeading(context, shape);
        taskHeading = new TaskHeading(context, shape);
        unmarkedState = new UnmarkedState(shape);
        headingClaims = new HeadingClaims(context);
        labelClaims = new LabelClaims(context);
        proseClaims = new ProseClaims(context);
        verdictBoxes = new VerdictBoxes(context);
        boxedFence = new BoxedFence(context);
        riskFields = new RiskFields(context);
        bareLines = new BareLines(context, shape);
        startedEntries = new StartedEntries(context, riskFields);
        riskHeadingReader = new RiskHeadingReader(context, riskFields);
        taskHeadingReader = new TaskHeadingReader(context);
        riskRow = new RiskRow(context);
        taskRow = new TaskRow(context);
        statedRows = new StatedRows(context, labelClaims);
    }

    Drafts run() {
        drafts.introduce(root.body());
        blocks(root.body(), top, root.parts().isEmpty());
        for (Part part : root.parts()) {
            visit(part, top, null);
        }
        blocks(blocks.subList(footer, blocks.size()), top, false);
        drafts.risks.forEach(draft -> draft.tell(use, words));
        new Restated(words).settle(drafts.risks);
        for (SummaryTable.Counted counted : new SummaryTable(words, drafts.sections).of(drafts.summaries)) {
            ClaimScope scope = counted.section() == null ? ClaimScope.DOCUMENT : ClaimScope.SECTION;
            String place = counted.section() == null ? sheet.name() : counted.section();
            drafts.claim(counted.claimed(), scope, place, counted.wording(), counted.line());
        }
        return drafts;
    }

    private static Scope.Family familyOfName(Vocabulary words, String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Phrases.Found<SectionRole> role = words.roles.find(name, 0);
        if (role == null) {
            return Scope.Family.UNKNOWN;
        }
        return role.value() == SectionRole.RISKS
                ? Scope.Family.RISK
                : role.value() == SectionRole.TASKS ? Scope.Family.TASK : Scope.Family.UNKNOWN;
    }

    private void visit(Part part, Scope parent, @Nullable Section above) {
        Block.Heading heading = part.heading();
        if (heading == null) {
            return;
        }
        Plain plain = part.plain();
        String id = sheet.name() + "#" + (drafts.sections.size() + 1);
        Scope scope = headings.scope(parent, id, plain, heading.level());
        if (heading.level() == 1) {
            scope = introducing(scope, part);
        }
        Section section = section(id, above, plain, scope, heading);
        drafts.sections.add(section);
        use.fact(heading.line(), heading.endLine());
        headingClaims.read(plain, heading, section, scope);
        Title title = part.title();
        if (scope.isSilent()) {
            silence(part.body());
            part.parts().forEach(below -> visit(below, parentOf(below, parent, id), section));
        } else if (riskHeading.is(part, scope, parent, title, plain)) {
            riskHeadingReader.read(part, scope, parent, title, plain, section);
        } else if (taskHeading.is(part, scope, title, plain)) {
            taskHeadingReader.read(part, scope, plain, section);
        } else {
            blocks(part.body(), scope, heading.level() > 1 || part.parts().isEmpty());
            for (Part below : part.parts()) {
                visit(below, scope, section);
            }
        }
    }

    /** Under a legend a heading with a role of its own counts as if it stood beside the legend; any other is part of it. */
    private Scope parentOf(Part below, Scope parent, String id) {
        boolean own = words.roles.find(below.plain().text(), 0) != null;
        return own ? parent : headings.scope(parent, id, below.plain(), 6).withRole(SectionRole.LEGEND);
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

    private Section section(String id, @Nullable Section above, Plain plain, Scope scope, Block.Heading heading) {
        return new Section(
                id,
                above == null ? null : above.id(),
                HeadingReader.name(plain.text()),
                scope.path(),
                heading.level(),
                Phase.of(plain.text()),
                scope.tier(),
                scope.must(),
                scope.environment(),
                sheet.source(heading.line(), heading.endLine()));
    }

    /** @param loose whether plain bullets may be items here: not in the introduction of a document that has sections */
    private void blocks(List<Block> body, Scope scope, boolean loose) {
        Scope current = scope;
        int itemsBefore = drafts.tasks.size() + drafts.risks.size();
        if (loose && bareLines.are(body, scope)) {
            bareLines.read(body, scope);
            return;
        }
        String starter = scope.family() == Scope.Family.RISK && !scope.isRestating() ? starters.find(body) : null;
        if (starter != null) {
            startedEntries.read(body, starter, scope);
            return;
        }
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                current = paragraph(paragraph, scope, current);
            } else if (block instanceof Block.Bullets bullets && verdictBoxes.is(bullets)) {
                verdictBoxes.read(bullets, current);
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    bullet(item, current, loose);
                }
            } else if (block instanceof Block.Table table) {
                table(table, current);
            } else if (block instanceof Block.Quote quote) {
                blocks(quote.children(), current, loose);
            } else if (boxedFence.is(block) && !current.isSilent() && !current.isRestating()) {
                boxedFence.read(block, current);
            } else {
                use.structure(block.line(), block.endLine());
                drafts.hasTemplate |=
                        block instanceof Block.Other other && other.kind() == Block.Kind.FENCE && current.isSilent();
            }
        }
        boolean explained = drafts.tasks.size() + drafts.risks.size() > itemsBefore || scope.isRestating() || !loose;
        for (Block block : body) {
            if (explained && block instanceof Block.Paragraph) {
                use.prose(block.line(), block.endLine());
            }
        }
    }

    private void silence(List<Block> body) {
        for (Block block : body) {
            use.structure(block.line(), block.endLine());
            drafts.hasTemplate |= block instanceof Block.Other other && other.kind() == Block.Kind.FENCE;
        }
    }

    private Scope paragraph(Block.Paragraph paragraph, Scope scope, Scope current) {
        if (current.isSilent()) {
            use.structure(paragraph.line(), paragraph.endLine());
            return current;
        }
        Scope below = pseudoHeading(paragraph, scope);
        if (below != null) {
            return below;
        }
        if (nothing.in(paragraph)) {
            use.structure(paragraph.line(), paragraph.endLine());
            return current;
        }
        TaskDraft open = null;
        for (Line line : paragraph.lines()) {
            Lead lead = line.lead(words);
            Label label = lead.box() ? null : line.label(words);
            if (lead.box() && ItemText.isText(lead.text())) {
                open = new TaskDraft(lead, ItemText.state(lead), current, line.number(), line.number());
                drafts.tasks.add(open);
                use.fact(line.number(), line.number());
            } else if (label != null && (label.field() != null || label.bold())) {
                open = null;
                labelClaims.read(label, current, line);
            } else if (open != null) {
                open.add(null, line.raw(), line.number());
                use.fact(line.number(), line.number());
            } else if (isTotal(line)) {
                String raw = line.raw().strip();
                labelClaims.read(new Label("total", null, raw.substring(raw.indexOf(':') + 1), false), current, line);
            } else {
                proseClaims.read(lead, current, line);
            }
        }
        return current;
    }

    /** {@code Total: 5, 3 done}: a short line that counts. */
    private static boolean isTotal(Line line) {
        String raw = line.raw().strip();
        return raw.length() < 80 && raw.regionMatches(true, 0, "total", 0, 5) && raw.indexOf(':') > 0;
    }

    /** A paragraph that is one bold line, or a label with nothing behind it, heads what follows. */
    private @Nullable Scope pseudoHeading(Block.Paragraph paragraph, Scope scope) {
        if (paragraph.lines().size() != 1) {
            return null;
        }
        String raw = paragraph.lines().get(0).raw().strip();
        boolean bold = raw.length() > 4
                && raw.startsWith("**")
                && (raw.endsWith("**") || raw.endsWith("**:"))
                && raw.indexOf("**", 2) >= raw.length() - 3;
        boolean label = raw.length() < 60 && (raw.endsWith(":") || raw.endsWith("："));
        if (!bold && !label) {
            return null;
        }
        Plain plain = Plain.of(raw);
        if (bold && !claimReader.of(plain.text()).isEmpty()) {
            return null;
        }
        use.structure(paragraph.line(), paragraph.endLine());
        return headings.scope(scope, scope.sectionId(), plain, 6);
    }

    private void bullet(Block.Item item, Scope scope, boolean loose) {
        if (item.children().isEmpty() || scope.isSilent()) {
            use.structure(item.line(), item.endLine());
            return;
        }
        if (!(item.children().get(0) instanceof Block.Paragraph head)) {
            blocks(item.children(), scope, false);
            return;
        }
        List<Block> rest = item.children().size() == 1
                ? List.of()
                : item.children().subList(1, item.children().size());
        if (rest.isEmpty() && nothing.in(head)) {
            use.structure(item.line(), item.endLine());
            return;
        }
        Lead lead =
                head.lines().size() == 1 ? head.first().lead(words) : Lead.of(Plain.of(ItemText.joined(head)), words);
        Label label = lead.state() == null ? head.first().label(words) : null;
        if (lead.state() != null && !(scope.isRestating() && !lead.box())) {
            if (ItemText.isText(lead.text()) && !isPlaceholder(lead) && !isMeaning(lead)) {
                markedItem(item, head, rest, lead, scope);
            } else {
                use.structure(item.line(), item.endLine());
            }
        } else if (scope.isRestating()) {
            use.structure(item.line(), item.endLine());
            rest.forEach(block -> boxesOnly(block, scope));
        } else if (scope.family() == Scope.Family.RISK
                && ((shape.mayHoldEntries(scope) && fieldLabels.areBelow(item))
                        || Restated.isNumbered(lead.text(), drafts.risks))) {
            looseRisk(item, head, rest, lead, scope);
        } else if (label != null && label.field() != null && scope.family() != Scope.Family.RISK) {
            labelClaims.read(label, scope, head.lines().get(0));
            blocks(rest, scope, false);
        } else if (scope.family() == Scope.Family.RISK
                && shape.mayHoldEntries(scope)
                && (loose || (label == null && head.lines().get(0).raw().startsWith("**")))
                && (!shape.keepsEntries || scope.ownRole())
                && !(label != null && label.field() != null)) {
            looseRisk(item, head, rest, lead, scope);
        } else {
            WrittenState state = loose ? unmarkedState.of(lead, scope) : null;
            if (state == null) {
                blocks(rest, scope, false);
            } else {
                looseTask(item, head, rest, lead, state, scope);
            }
        }
    }

    private void boxesOnly(Block block, Scope scope) {
        if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> bullet(item, scope, false));
        }
    }

    /** {@code ✅ DONE = tried and found good}: what a mark means. */
    private boolean isMeaning(Lead lead) {
        int sign = lead.text().indexOf(" = ");
        return !lead.box()
                && sign > 0
                && sign < 24
                && words.states.whole(lead.text().substring(0, sign)) != null;
    }

    /** {@code - [ ] TBD}: a line of a form that nobody filled in. */
    private boolean isPlaceholder(Lead lead) {
        WrittenState word = lead.box() && lead.text().length() <= 5 ? words.states.whole(lead.text()) : null;
        return word != null && word != WrittenState.DONE;
    }

    private void markedItem(Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, Scope scope) {
        use.fact(head.line(), head.endLine());
        WrittenState state = ItemText.state(lead);
        if (lead.box() && scope.role() == SectionRole.NO_GO) {
            // Ticked means that the reason to stop is there; empty means that it was not found.
            state = state == WrittenState.DONE ? WrittenState.OPEN : WrittenState.DONE;
        }
        boolean risk = scope.family() == Scope.Family.RISK && scope.role() != SectionRole.TASKS;
        if (risk) {
            RiskDraft draft = new RiskDraft(Title.of(ItemText.title(lead)), state, scope, item.line(), head.endLine());
            drafts.risks.add(draft);
            riskFields.fill(draft, rest, scope, null);
            return;
        }
        TaskDraft draft = new TaskDraft(lead, state, scope, item.line(), head.endLine());
        drafts.tasks.add(draft);
        details(draft, rest, scope);
    }

    /** What stands below a task: boxes are tasks of their own, labels and words belong to it. */
    private void details(TaskDraft draft, List<Block> rest, Scope scope) {
        for (Block block : rest) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item below : bullets.items()) {
                    if (marks.isBoxed(below)) {
                        int first = drafts.tasks.size();
                        bullet(below, scope, false);
                        if (drafts.tasks.size() > first) {
                            drafts.tasks.get(first).parent = draft;
                        }
                    } else {
                        use.fact(below.line(), below.endLine());
                        below.children().forEach(child -> labelledLines.read(child, draft::add));
                    }
                }
            } else {
                use.fact(block.line(), block.endLine());
                labelledLines.read(block, draft::add);
            }
        }
    }

    private void looseRisk(Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, Scope scope) {
        RiskDraft draft =
                new RiskDraft(Title.of(ItemText.title(lead)), lead.trailing(), scope, item.line(), head.endLine());
        drafts.risks.add(draft);
        use.fact(head.line(), head.endLine());
        draft.add(null, ItemText.joined(head), head.line(), head.endLine(), false);
        String behind = ItemText.behindTitle(lead);
        if (!behind.isEmpty() && words.severities.at(behind, 0) != null) {
            draft.add(Field.SEVERITY, behind, head.line(), false);
        }
        riskFields.fill(draft, rest, scope, null);
    }

    private void looseTask(
            Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead, WrittenState state, Scope scope) {
        TaskDraft draft = new TaskDraft(lead, state, scope, item.line(), head.endLine());
        drafts.tasks.add(draft);
        use.fact(head.line(), head.endLine());
        details(draft, rest, scope);
    }

    private void table(Block.Table table, Scope scope) {
        if (scope.isSilent() || scope.isRestating()) {
            use.structure(table.line(), table.endLine());
            if (scope.role() == SectionRole.SUMMARY) {
                drafts.summaries.add(table);
            }
            return;
        }
        TableReader.Columns columns = tables.read(table, scope);
        boolean byTitle = columns.status() < 0 && scope.isOpen() && !scope.ownRole();
        if (columns.kind() == TableReader.Kind.TASKS && byTitle && shape.hasMarks) {
            // "Open items" with boxes: a table beside them tells about them.
            return;
        }
        switch (columns.kind()) {
            case RISKS -> {
                int first = drafts.risks.size();
                table.rows().forEach(row -> riskRow.read(row, columns, scope));
                Set<String> seen = new HashSet<>();
                for (RiskDraft draft : drafts.risks.subList(first, drafts.risks.size())) {
                    draft.apart = seen.add(draft.fingerprint()) ? "" : " @" + draft.line;
                }
            }
            case TASKS -> {
                int first = drafts.tasks.size();
                table.rows().forEach(row -> taskRow.read(row, columns, scope));
                Set<String> seen = new HashSet<>();
                for (TaskDraft draft : drafts.tasks.subList(first, drafts.tasks.size())) {
                    draft.apart = seen.add(draft.lead.text()) ? "" : " @" + draft.line;
                }
            }
            case LABELS -> statedRows.labels(table, scope);
            case VERDICTS -> table.rows().forEach(row -> statedRows.verdict(row, scope));
            case SCALE -> {
                use.structure(table.line(), table.endLine());
                taskRow.boxesInCells(table, scope);
            }
            case NONE -> taskRow.boxesInCells(table, scope);
        }
        if (columns.kind() != TableReader.Kind.NONE && columns.kind() != TableReader.Kind.SCALE) {
            use.fact(table.line(), table.header().line() + 1);
        }
    }
}
