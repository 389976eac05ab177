package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.EnumSet;
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
    private final RegisterRows registerRows;
    private final Nothing nothing;
    private final FieldHeadings fieldHeadings;
    private final EntryTitle entryTitle;
    private final LabelledLines labelledLines;
    private final List<Block> blocks;
    private final int footer;
    private final Scope top;
    private final Part root;

    private final boolean keepsEntries;
    private final boolean keepsRows;
    private final boolean hasMarks;

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
        this.registerRows = context.registerRows;
        this.nothing = context.nothing;
        this.fieldHeadings = context.fieldHeadings;
        this.entryTitle = context.entryTitle;
        this.labelledLines = context.labelledLines;
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
        root = Part.tree(blocks.subList(0, footer));
        keepsEntries = entries(root) >= 2;
        keepsRows = registerRows.named(root) >= 2;
        hasMarks = marks.in(root, top);
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

    /** Whether headings tell risks from the rest: then what stands under others is none. Found out when first asked. */
    private @Nullable Boolean sorted;

    private @Nullable Boolean bareRegister;

    private @Nullable Boolean onlyLists;

    /** Whether the document's title says that what stands in it is still to be done: "Open items". */
    private boolean openTitle;

    /** Whether the document's title says that it is a register: "P1 - hardening" in it heads entries, not tasks. */
    private boolean registerTitle;

    /** Whether plain bullets may be entries here: wherever the headings sort nothing, else under those that say so. */
    private boolean mayHoldEntries(Scope scope) {
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
        Scope scope = title ? Scope.NONE : headings.scope(Scope.NONE, "", part.plain(), 6);
        boolean items = scope.role() == SectionRole.RISKS
                || scope.role() == SectionRole.OPEN
                || scope.role() == SectionRole.DONE;
        boolean tells = part.parts().isEmpty()
                && !part.body().isEmpty()
                && part.body().get(0) instanceof Block.Paragraph paragraph
                && (paragraph.lines().size() > 1 || Told.in(part.body()));
        return (items && !tells) || Any.of(part.parts(), this::sorts);
    }

    private int entries(Part part) {
        int entries = 0;
        for (Part below : part.parts()) {
            Set<Field> labels = fieldLabels.in(below.body());
            labels.retainAll(FieldLabels.OF_RISKS);
            entries += labels.size() >= 2 ? 1 : 0;
            entries += entries(below);
        }
        return entries + registerRows.own(part);
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
        headingClaims(plain, heading, section, scope);
        Title title = part.title();
        if (scope.isSilent()) {
            silence(part.body());
            part.parts().forEach(below -> visit(below, parentOf(below, parent, id), section));
        } else if (isRiskEntry(part, scope, parent, title, plain)) {
            riskEntry(part, scope, parent, title, plain, section);
        } else if (isTaskEntry(part, scope, title, plain)) {
            taskEntry(part, scope, plain, section);
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
        openTitle |= scope.role() == SectionRole.OPEN;
        registerTitle |= scope.role() == SectionRole.RISKS;
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

    private void headingClaims(Plain plain, Block.Heading heading, Section section, Scope scope) {
        if (scope.isSilent() || scope.isRestating() || scope.tier() == Tier.ARCHIVE) {
            return;
        }
        boolean document = heading.level() == 1;
        if (scope.role() == SectionRole.NO_GO || isGoNoGo(plain.text())) {
            return;
        }
        for (ClaimReader.Claimed claimed : claimReader.ofHeading(plain.text())) {
            drafts.claim(
                    claimed,
                    document ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                    section.id(),
                    plain.text(),
                    heading.line());
        }
    }

    /** "Go / no-go": a question, and no answer to it. */
    private static boolean isGoNoGo(String text) {
        for (int i = 0; i + 7 < text.length(); i++) {
            if ((text.charAt(i) | ' ') == 'g' && (text.charAt(i + 1) | ' ') == 'o') {
                return Fingerprint.of(text).contains("go no go");
            }
        }
        return false;
    }

    private boolean isRiskEntry(Part part, Scope scope, Scope parent, Title title, Plain plain) {
        if (scope.isRestating() || part.heading() == null) {
            return false;
        }
        EnumSet<Field> labels = fieldLabels.in(part.body());
        Set<Field> risky = labels.clone();
        risky.retainAll(FieldLabels.OF_RISKS);
        // "4. Go-live: the site is hidden" in a register with labels below is an entry, whatever its title speaks of.
        boolean entitled = (title.id() != null || title.number() != null) && risky.size() >= 2;
        boolean inRegister = scope.family() == Scope.Family.RISK
                || (entitled && (registerTitle || parent.family() == Scope.Family.RISK));
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
                || starter(part.body()) != null
                || (title.id() == null && registerRows.areEntries(part.body(), scope));
        if (!fieldParts && listed) {
            return false;
        }
        boolean leaf = part.parts().isEmpty() || fieldParts || (chapters && !marks.in(part, scope));
        boolean chapter = keepsRows && title.id() == null && risky.size() == 1;
        if ((!risky.isEmpty() && !chapter) || fieldParts || (labels.contains(Field.STATUS) && leaf)) {
            return true;
        }
        if (!leaf || marks.in(part.body(), scope) || nothing.in(part.body())) {
            return false;
        }
        boolean struck = plain.isStruck();
        boolean named = title.id() != null
                || (title.number() != null && !keepsRows)
                || struck
                || entryTitle.state(plain) != null
                || headings.isNumbered(plain.text());
        boolean underRole = parent.ownRole() && parent.role() != null && scope.role() == parent.role();
        boolean bare = part.heading().level() > 1 && parent.path().size() <= 1 && isBareRegister();
        boolean told = !part.body().isEmpty() || part.heading().raw().startsWith("**");
        return (named && told)
                || ((underRole || (bare && scope.role() == null))
                        && Told.in(part.body())
                        && scope.role() != SectionRole.SUMMARY);
    }

    /** A register whose headings have nothing but prose under them: each is an entry. Found out when first asked. */
    private boolean isBareRegister() {
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
        return prose || headings.scope(Scope.NONE, "", part.plain(), 6).isRestating();
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

    /** A severity with a status, or with headings that are labels: a page that is one entry. */
    private boolean isRated(Part part, Set<Field> labels, Set<Field> risky) {
        return risky.contains(Field.SEVERITY)
                && (labels.contains(Field.STATUS) || Any.of(part.parts(), fieldHeadings::isField));
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

    private void riskEntry(Part part, Scope scope, Scope parent, Title title, Plain plain, Section section) {
        WrittenState marked = entryTitle.state(plain);
        Title bare = Title.of(Trailing.withoutState(EntryTitle.unstruck(plain), words));
        RiskDraft draft = new RiskDraft(
                new Title(title.id(), title.codes(), title.number(), bare.text()),
                marked,
                HeadingReader.isDotted(plain.text()) ? scope : parent.in(section.id(), plain.text()),
                section.source().line(),
                part.heading() == null ? 0 : part.heading().endLine());
        drafts.risks.add(draft);
        fill(draft, part.body(), scope, null);
        for (Part below : part.parts()) {
            if (fieldHeadings.isField(below) && below.heading() != null) {
                Field field = Label.field(HeadingReader.name(below.plain().text()), words, false);
                use.fact(below.heading().line(), below.heading().endLine());
                fill(draft, below.body(), scope, field);
            } else {
                describe(draft, below, scope);
            }
        }
    }

    /** A heading below an entry that is no label of its own tells more about the entry: only boxes under it are items. */
    private void describe(RiskDraft draft, Part below, Scope scope) {
        if (below.heading() != null) {
            use.fact(below.heading().line(), below.heading().endLine());
        }
        fill(draft, below.body(), scope, null);
        below.parts().forEach(deeper -> describe(draft, deeper, scope));
    }

    private boolean isTaskEntry(Part part, Scope scope, Title title, Plain plain) {
        boolean deep = part.heading() != null && part.heading().level() > 1;
        if (!deep
                || scope.family() == Scope.Family.RISK
                || scope.isRestating()
                || !(part.parts().isEmpty() || fieldHeadings.areFields(part.parts()))) {
            return false;
        }
        boolean numbered = title.number() != null || title.id() != null;
        WrittenState status = fieldLabels.status(part.body());
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
        EnumSet<Field> labels = fieldLabels.in(part.body());
        labels.removeAll(ABOUT_DOCUMENT);
        if (openTitle && scope.family() == Scope.Family.UNKNOWN && !labels.isEmpty() && isUnmarkedMust(part, scope)) {
            return true;
        }
        return numbered
                && (entryTitle.state(plain) != null
                        || labels.contains(Field.SEVERITY)
                        || (labels.contains(Field.STATUS) && !(hasMarks && isChapter(plain.text())))
                        || (HeadingReader.isDotted(plain.text()) && labels.contains(Field.APPROACH))
                        || isUnmarkedMust(part, scope));
    }

    /** Where nothing carries a mark, numbered headings under "Must have" are what must be had. */
    private boolean isUnmarkedMust(Part part, Scope scope) {
        boolean weighed = scope.must() || scope.tier() == Tier.CRITICAL || scope.tier() == Tier.HIGH;
        boolean open = scope.role() == SectionRole.OPEN && scope.path().size() > 2;
        boolean told = !part.body().isEmpty() || !part.parts().isEmpty();
        return !hasMarks && told && (openTitle || (!keepsEntries && (weighed || open)));
    }

    /** {@code 2.1 Backend}: a number below a number counts chapters. */
    private static boolean isChapter(String text) {
        int at = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > 0 && at + 1 < text.length() && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1));
    }

    /** Labels that a chapter may have as well as an entry. */
    private static final Set<Field> ABOUT_DOCUMENT = EnumSet.of(Field.NOTE, Field.SINCE, Field.ID, Field.TITLE);

    private void taskEntry(Part part, Scope scope, Plain plain, Section section) {
        WrittenState status = fieldLabels.status(part.body());
        WrittenState marked = entryTitle.state(plain);
        WrittenState state = status != null ? status : marked != null ? marked : WrittenState.OPEN;
        TaskDraft draft = new TaskDraft(
                Lead.of(plain, words),
                state,
                scope,
                section.source().line(),
                section.source().line());
        drafts.tasks.add(draft);
        addTo(draft, part.body());
        for (Part below : part.parts()) {
            if (below.heading() != null) {
                use.fact(below.heading().line(), below.heading().endLine());
            }
            addTo(draft, below.body());
        }
    }

    private void addTo(TaskDraft draft, List<Block> body) {
        for (Block block : body) {
            use.fact(block.line(), block.endLine());
            labelledLines.read(block, draft::add);
        }
    }

    private void fill(RiskDraft draft, List<Block> blocks, Scope scope, @Nullable Field under) {
        Field field = under;
        boolean criteria = false;
        for (Block block : blocks) {
            if (criteria && block instanceof Block.Bullets) {
                // What must hold for the entry to be done is no item besides it.
                use.structure(block.line(), block.endLine());
                continue;
            }
            if (block instanceof Block.Paragraph paragraph) {
                criteria = fieldLabels.isCriteria(paragraph);
                field = fill(draft, paragraph, under);
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    fill(draft, item, scope, field);
                }
            } else if (block instanceof Block.Table table) {
                fill(draft, table, scope);
            } else if (block instanceof Block.Quote quote) {
                fill(draft, quote.children(), scope, under);
            } else {
                use.structure(block.line(), block.endLine());
            }
        }
    }

    /** Gives the label that is still open at the paragraph's end: a list that follows belongs to it. */
    private @Nullable Field fill(RiskDraft draft, Block.Paragraph paragraph, @Nullable Field under) {
        Field field = under;
        StringBuilder value = new StringBuilder();
        int from = paragraph.line();
        int to = from;
        boolean open = under != null;
        for (Line line : split(paragraph)) {
            Label label = line.label(words);
            if (label != null) {
                draft.add(field, value.toString(), from, to, false);
                value.setLength(0);
                field = label.field();
                from = line.number();
                if (label.value().isBlank()) {
                    use.structure(from, from);
                }
            }
            if (label != null && (label.field() != null || label.bold())) {
                draft.leaves(label.field() == null ? words.states.whole(label.name()) : null);
                value.append(label.value());
                open = true;
            } else if (label == null) {
                value.append(value.length() == 0 ? "" : " ").append(line.raw());
            }
            to = line.number();
        }
        draft.add(field, value.toString(), from, to, false);
        return open ? field : null;
    }

    /** The lines of a paragraph; one with a bold label in its middle is two: {@code It stops. **Workaround:** stairs}. */
    private List<Line> split(Block.Paragraph paragraph) {
        List<Line> lines = paragraph.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int at = line.raw().indexOf(" **");
            while (at > 0) {
                Label label = Label.of(line.raw().substring(at + 1), words);
                if (label != null && label.field() != null && label.bold()) {
                    lines = new ArrayList<>(lines);
                    lines.set(i, new Line(line.raw().substring(0, at), line.number()));
                    lines.add(i + 1, new Line(line.raw().substring(at + 1), line.number()));
                    break;
                }
                at = line.raw().indexOf(" **", at + 1);
            }
        }
        return lines;
    }

    private void fill(RiskDraft draft, Block.Item item, Scope scope, @Nullable Field under) {
        draft.endLine = Math.max(draft.endLine, item.endLine());
        Field field = under;
        boolean first = true;
        for (Block block : item.children()) {
            if (block instanceof Block.Paragraph paragraph) {
                Lead lead = paragraph.first().lead(words);
                Label label = paragraph.first().label(words);
                if (lead.box() && first) {
                    drafts.tasks.add(new TaskDraft(
                            lead,
                            lead.state() == null ? WrittenState.OPEN : lead.state(),
                            scope,
                            item.line(),
                            item.line()));
                } else if (label != null && (label.field() != null || (label.bold() && under == null))) {
                    field = fill(draft, paragraph, under);
                } else {
                    draft.add(under, ItemText.joined(paragraph), paragraph.line(), paragraph.endLine(), true);
                }
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item below : bullets.items()) {
                    fill(draft, below, scope, field);
                }
            }
            first = false;
        }
    }

    private void fill(RiskDraft draft, Block.Table table, Scope scope) {
        TableReader.Columns columns = tables.read(table, scope);
        if (columns.kind() == TableReader.Kind.LABELS) {
            use.fact(table.line(), table.endLine());
            for (Block.Row row : table.rows()) {
                Field field = Label.field(Plain.of(TableReader.cell(row, 0)).text(), words, true);
                draft.add(field, TableReader.cell(row, 1), row.line(), false);
            }
            Field head =
                    Label.field(Plain.of(TableReader.cell(table.header(), 0)).text(), words, true);
            draft.add(head, TableReader.cell(table.header(), 1), table.header().line(), false);
        }
    }

    /** @param loose whether plain bullets may be items here: not in the introduction of a document that has sections */
    private void blocks(List<Block> body, Scope scope, boolean loose) {
        Scope current = scope;
        int itemsBefore = drafts.tasks.size() + drafts.risks.size();
        if (loose && isLines(body, scope)) {
            lines(body, scope);
            return;
        }
        String starter = scope.family() == Scope.Family.RISK && !scope.isRestating() ? starter(body) : null;
        if (starter != null) {
            started(body, starter, scope);
            return;
        }
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                current = paragraph(paragraph, scope, current);
            } else if (block instanceof Block.Bullets bullets && isChoice(bullets)) {
                choice(bullets, current);
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    bullet(item, current, loose);
                }
            } else if (block instanceof Block.Table table) {
                table(table, current);
            } else if (block instanceof Block.Quote quote) {
                blocks(quote.children(), current, loose);
            } else if (isBoxes(block) && !current.isSilent() && !current.isRestating()) {
                boxes(block, current);
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

    /** A fence each line of which begins with a box is a list of boxes that somebody wanted to stand as it was typed. */
    private boolean isBoxes(Block block) {
        if (!(block instanceof Block.Other other) || other.kind() != Block.Kind.FENCE) {
            return false;
        }
        int boxes = 0;
        for (int line = block.line() + 1; line < block.endLine(); line++) {
            String text = sheet.lines().get(line - 1);
            boolean blank = text.isBlank();
            if (!blank && !isBox(text)) {
                return false;
            }
            boxes += blank ? 0 : 1;
        }
        return boxes > 1;
    }

    private boolean isBox(String line) {
        String text = line.strip();
        boolean mark =
                text.charAt(0) == '[' || text.charAt(0) == '-' || text.charAt(0) == '*' || text.charAt(0) > 0x2000;
        return mark && Lead.of(Plain.of(withoutBullet(text)), words).state() != null;
    }

    private static String withoutBullet(String text) {
        return text.startsWith("- ") || text.startsWith("* ") ? text.substring(2) : text;
    }

    private void boxes(Block block, Scope scope) {
        use.fact(block.line(), block.endLine());
        for (int line = block.line() + 1; line < block.endLine(); line++) {
            String text = withoutBullet(sheet.lines().get(line - 1).strip());
            Lead lead = Lead.of(Plain.of(text), words);
            if (ItemText.isText(lead.text())) {
                drafts.tasks.add(new TaskDraft(lead, ItemText.state(lead), scope, line, line));
            }
        }
    }

    /** A register of bare lines: no bullet, no table, and most lines are "what: who, when". */
    private boolean isLines(List<Block> body, Scope scope) {
        if (scope.family() != Scope.Family.RISK || scope.isRestating() || keepsEntries) {
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

    /** The label that begins each entry of a register of paragraphs: "Issue: …" with "Impact: …" below it, and again; null if none does. */
    private @Nullable String starter(List<Block> body) {
        String starter = null;
        int starts = 0;
        for (Line line : firstLines(body)) {
            Label label = line.label(words);
            if (label == null || label.field() == null || label.value().isBlank()) {
                continue;
            }
            starter = starter == null && STARTERS.contains(label.field()) ? label.name() : starter;
            starts += label.name().equals(starter) ? 1 : 0;
        }
        return starts >= 2 ? starter : null;
    }

    private static final Set<Field> STARTERS = EnumSet.of(Field.ERROR, Field.TITLE, Field.ID);

    /** The first lines of paragraphs and of bullets, where an entry may begin. */
    private static List<Line> firstLines(List<Block> body) {
        List<Line> lines = new ArrayList<>();
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                lines.add(paragraph.first());
            } else if (block instanceof Block.Bullets bullets) {
                bullets.items().forEach(item -> lines.addAll(firstLines(first(item))));
            }
        }
        return lines;
    }

    private static List<Block> first(Block.Item item) {
        boolean text = !item.children().isEmpty() && item.children().get(0) instanceof Block.Paragraph;
        return text ? item.children().subList(0, 1) : List.of();
    }

    private void started(List<Block> body, String starter, Scope scope) {
        RiskDraft draft = null;
        for (Block block : body) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    draft = begun(firstLines(first(item)), starter, scope, draft);
                    if (draft != null) {
                        fill(draft, item, scope, null);
                    }
                }
            } else {
                draft = begun(firstLines(List.of(block)), starter, scope, draft);
                if (draft != null) {
                    fill(draft, List.of(block), scope, null);
                }
            }
        }
    }

    /** A new entry if the first of these lines begins one, else the one that they go on with. */
    private @Nullable RiskDraft begun(List<Line> first, String starter, Scope scope, @Nullable RiskDraft draft) {
        Label label = first.isEmpty() ? null : first.get(0).label(words);
        if (label == null || !label.name().equals(starter)) {
            return draft;
        }
        Lead lead = Lead.of(Plain.of(Sentences.of(label.value()).get(0)), words);
        int line = first.get(0).number();
        RiskDraft begun = new RiskDraft(Title.of(ItemText.title(lead)), lead.state(), scope, line, line);
        drafts.risks.add(begun);
        return begun;
    }

    private boolean isNamed(Line line) {
        int colon = line.raw().indexOf(": ");
        return colon > 8 && colon < LONGEST_NAME && line.label(words) == null;
    }

    private static final int LONGEST_NAME = 160;

    private void lines(List<Block> body, Scope scope) {
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
                label(label, current, line);
            } else if (open != null) {
                open.add(null, line.raw(), line.number());
                use.fact(line.number(), line.number());
            } else if (isTotal(line)) {
                String raw = line.raw().strip();
                label(new Label("total", null, raw.substring(raw.indexOf(':') + 1), false), current, line);
            } else {
                prose(lead, current, line);
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

    /** A labelled line outside of an entry: a status is a claim, anything else describes the document. */
    private void label(Label label, Scope scope, Line line) {
        use.fact(line.number(), line.number());
        if (label.field() == Field.UPDATED
                || (label.field() == Field.SINCE && scope.path().size() <= 1)) {
            drafts.update(Dates.find(label.value()));
        }
        boolean telling = label.field() == Field.STATUS || isVerdict(label.name());
        if (!telling || scope.isSilent()) {
            return;
        }
        String text = Plain.of(label.value()).text();
        for (ClaimReader.Claimed claimed : claimReader.ofStatus(text)) {
            boolean document = scope.path().size() <= 1 || isVerdict(label.name()) || speaksOfAll(claimed.kind());
            drafts.claim(
                    claimed,
                    document ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                    scope.sectionId(),
                    label.name() + ": " + text,
                    line.number());
        }
    }

    /** What stands below the title speaks of the document, what stands below another heading of its section. */
    private static ClaimScope scopeOf(Scope scope) {
        return scope.path().size() <= 1 ? ClaimScope.DOCUMENT : ClaimScope.SECTION;
    }

    private static boolean speaksOfAll(ClaimKind kind) {
        return kind == ClaimKind.READY || kind == ClaimKind.CONDITIONAL;
    }

    private boolean isVerdict(String name) {
        return words.claims.whole(name) == null && VERDICTS.contains(Fingerprint.of(name));
    }

    private static final Set<String> VERDICTS = Set.of(
            "verdict",
            "final verdict",
            "decision",
            "result",
            "conclusion",
            "recommendation",
            "overall",
            "overall status",
            "progress",
            "readiness",
            "go no go",
            "ergebnis",
            "fazit",
            "empfehlung",
            "resultado",
            "conclusión",
            "conclusion finale",
            "konklusjon",
            "итог",
            "вывод",
            "结论",
            "總結",
            "结果",
            "結論",
            "결론",
            "completion",
            "total");

    /** Prose claims something only if it is short and about the whole: "The system is production-ready." */
    private void prose(Lead lead, Scope scope, Line line) {
        String text = lead.plain().text();
        for (String sentence : text.length() > 600 ? List.<String>of() : Sentences.of(text)) {
            if (sentence.length() <= 160) {
                for (ClaimReader.Claimed claimed : claimReader.of(sentence)) {
                    boolean telling = claimed.kind() == ClaimKind.READY
                            || claimed.kind() == ClaimKind.CONDITIONAL
                            || (claimed.kind() == ClaimKind.NOT_READY && lead.state() != null);
                    if (telling && !scope.isRestating()) {
                        drafts.claim(claimed, ClaimScope.DOCUMENT, scope.sectionId(), sentence, line.number());
                        use.fact(line.number(), line.number());
                    } else if (claimed.kind() == ClaimKind.NO_CRITICALS && !scope.isSilent()) {
                        drafts.claim(claimed, scopeOf(scope), scope.sectionId(), sentence, line.number());
                        use.fact(line.number(), line.number());
                    }
                }
            }
        }
    }

    /** Boxes that are verdicts to choose from: "[ ] Approved for launch", "[ ] Approved with conditions", "[ ] Blocked". */
    private boolean isChoice(Block.Bullets bullets) {
        return bullets.items().size() > 1
                && bullets.items().size() <= MOST_VERDICTS
                && !Any.of(bullets.items(), item -> !isVerdictBox(item))
                && Any.of(bullets.items(), this::claims);
    }

    private static final int MOST_VERDICTS = 6;

    private boolean isVerdictBox(Block.Item item) {
        if (item.children().size() != 1 || !(item.children().get(0) instanceof Block.Paragraph paragraph)) {
            return false;
        }
        Lead lead = paragraph.first().lead(words);
        boolean verdict = words.states.whole(lead.text()) != null || words.claims.at(lead.text(), 0) != null;
        return lead.box() && !lead.text().isEmpty() && verdict;
    }

    private boolean claims(Block.Item item) {
        Lead lead = ((Block.Paragraph) item.children().get(0)).first().lead(words);
        return words.claims.at(lead.text(), 0) != null;
    }

    /** The verdict that is ticked is what the document claims; one that is not ticked says nothing. */
    private void choice(Block.Bullets bullets, Scope scope) {
        use.structure(bullets.line(), bullets.endLine());
        for (Block.Item item : bullets.items()) {
            Line line = ((Block.Paragraph) item.children().get(0)).first();
            Lead lead = line.lead(words);
            if (lead.state() == WrittenState.DONE) {
                claimReader
                        .ofStatus(lead.text())
                        .forEach(claimed -> drafts.claim(
                                claimed, ClaimScope.DOCUMENT, scope.sectionId(), lead.text(), line.number()));
                use.fact(line.number(), line.number());
            }
        }
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
                && ((mayHoldEntries(scope) && fieldLabels.areBelow(item))
                        || Restated.isNumbered(lead.text(), drafts.risks))) {
            looseRisk(item, head, rest, lead, scope);
        } else if (label != null && label.field() != null && scope.family() != Scope.Family.RISK) {
            label(label, scope, head.lines().get(0));
            blocks(rest, scope, false);
        } else if (scope.family() == Scope.Family.RISK
                && mayHoldEntries(scope)
                && (loose || (label == null && head.lines().get(0).raw().startsWith("**")))
                && (!keepsEntries || scope.ownRole())
                && !(label != null && label.field() != null)) {
            looseRisk(item, head, rest, lead, scope);
        } else {
            WrittenState state = loose ? plainState(lead, scope) : null;
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

    /** State of a bullet without a mark: from what stands behind it, or from a heading that is about items in one state. */
    private @Nullable WrittenState plainState(Lead lead, Scope scope) {
        if (lead.trailing() != null) {
            return lead.trailing();
        }
        boolean toDo = scope.family() == Scope.Family.TASK || (openTitle && scope.family() == Scope.Family.UNKNOWN);
        if (toDo && !hasMarks && !scope.isRestating() && isOnlyLists()) {
            return WrittenState.OPEN;
        }
        if (!scope.ownRole()) {
            return null;
        }
        if (scope.role() == SectionRole.TASKS && !hasMarks && !keepsEntries) {
            return WrittenState.OPEN;
        }
        return scope.role() == SectionRole.DONE || scope.role() == SectionRole.OPEN ? scope.defaultState() : null;
    }

    /** A to-do list and nothing else: headings, bullets, and prose only in front of the first heading below the title. */
    private boolean isOnlyLists() {
        Boolean known = onlyLists;
        if (known == null) {
            known = root.parts().size() == 1
                    && root.parts().get(0).body().stream().noneMatch(Extraction::isSteps)
                    && !Any.of(root.parts().get(0).parts(), part -> !isList(part));
            onlyLists = known;
        }
        return known;
    }

    private static boolean isSteps(Block block) {
        return (block instanceof Block.Bullets bullets && bullets.ordered())
                || block instanceof Block.Table
                || (block instanceof Block.Other other && other.kind() == Block.Kind.FENCE);
    }

    private static boolean isList(Part part) {
        for (Block block : part.body()) {
            boolean list = block instanceof Block.Bullets bullets && !bullets.ordered();
            if (!list && !(block instanceof Block.Other other && other.kind() == Block.Kind.RULE)) {
                return false;
            }
        }
        return !Any.of(part.parts(), below -> !isList(below));
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
            fill(draft, rest, scope, null);
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
        fill(draft, rest, scope, null);
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
        if (columns.kind() == TableReader.Kind.TASKS && byTitle && hasMarks) {
            // "Open items" with boxes: a table beside them tells about them.
            return;
        }
        switch (columns.kind()) {
            case RISKS -> {
                int first = drafts.risks.size();
                table.rows().forEach(row -> riskRow(row, columns, scope));
                Set<String> seen = new HashSet<>();
                for (RiskDraft draft : drafts.risks.subList(first, drafts.risks.size())) {
                    draft.apart = seen.add(draft.fingerprint()) ? "" : " @" + draft.line;
                }
            }
            case TASKS -> {
                int first = drafts.tasks.size();
                table.rows().forEach(row -> taskRow(row, columns, scope));
                Set<String> seen = new HashSet<>();
                for (TaskDraft draft : drafts.tasks.subList(first, drafts.tasks.size())) {
                    draft.apart = seen.add(draft.lead.text()) ? "" : " @" + draft.line;
                }
            }
            case LABELS -> labelTable(table, scope);
            case VERDICTS -> table.rows().forEach(row -> verdictRow(row, scope));
            case SCALE -> {
                use.structure(table.line(), table.endLine());
                boxesInCells(table, scope);
            }
            case NONE -> boxesInCells(table, scope);
        }
        if (columns.kind() != TableReader.Kind.NONE && columns.kind() != TableReader.Kind.SCALE) {
            use.fact(table.line(), table.header().line() + 1);
        }
    }

    /** What holds in production holds for the document; what holds elsewhere, only there. */
    private void verdictRow(Block.Row row, Scope scope) {
        use.fact(row.line(), row.line());
        String environment = Plain.of(TableReader.cell(row, 0)).text();
        String key = words.environments.whole(environment);
        boolean production = "production".equals(key) || "mainnet".equals(key);
        for (int column = 1; column < row.cells().size(); column++) {
            String text = Plain.of(TableReader.cell(row, column)).text();
            for (ClaimReader.Claimed claimed : claimReader.ofStatus(text)) {
                drafts.claim(
                        claimed,
                        production ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                        scope.sectionId(),
                        environment + ": " + text,
                        row.line());
            }
        }
    }

    private void riskRow(Block.Row row, TableReader.Columns columns, Scope scope) {
        use.fact(row.line(), row.line());
        Plain named = Plain.of(TableReader.cell(row, columns.title()));
        String id = Plain.of(TableReader.cell(row, columns.id())).text();
        if (!ItemText.isText(named.text()) || words.states.whole(named.text()) == WrittenState.NOT_APPLICABLE) {
            return;
        }
        Lead lead = Lead.of(named, words);
        Title title = Title.of(ItemText.title(lead));
        boolean idCell = columns.id() >= 0
                && id.length() > 1
                && Character.isLetterOrDigit(id.charAt(id.charAt(0) == '#' ? 1 : 0))
                && columns.id() != columns.title();
        RiskDraft draft = new RiskDraft(
                idCell ? new Title(id, codes(title), null, title.text()) : title,
                entryTitle.cellState(TableReader.cell(row, columns.title()), lead),
                scope,
                row.line(),
                row.line());
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = column < columns.fields().size() ? columns.fields().get(column) : null;
            if (field == Field.SEVERITY && columns.status() == column) {
                String cell = TableReader.cell(row, column);
                draft.add(Field.STATUS, cell.substring(cell.indexOf('/') + 1), row.line(), false);
            }
            if (columns.both() == column) {
                reasonAndControls(draft, TableReader.cell(row, column), row.line());
            } else if (column != columns.id()
                    && (column != columns.title() || field == Field.RISK || field == Field.ERROR)) {
                // "Low adoption" is what the risk is called, not how bad it is.
                Field told = column == columns.title() ? Field.ERROR : field;
                draft.add(told, TableReader.cell(row, column), row.line(), false);
            }
        }
        drafts.risks.add(draft);
    }

    /** A cell that is to hold the reason and what is in place: the first sentence is the reason, each further one a control. */
    private static void reasonAndControls(RiskDraft draft, String cell, int line) {
        List<String> sentences = Sentences.of(cell);
        for (int i = 0; i < sentences.size(); i++) {
            draft.add(i == 0 ? Field.REASON : Field.MITIGATION, sentences.get(i), line, false);
        }
    }

    private static List<String> codes(Title title) {
        List<String> codes = new ArrayList<>();
        if (title.id() != null) {
            codes.add(title.id());
        }
        codes.addAll(title.codes());
        return codes;
    }

    private void taskRow(Block.Row row, TableReader.Columns columns, Scope scope) {
        use.fact(row.line(), row.line());
        Plain named = Plain.of(TableReader.cell(row, columns.title()));
        if (!ItemText.isText(named.text())) {
            return;
        }
        Lead lead = Lead.of(named, words);
        WrittenState state = columns.status() < 0 ? null : Status.of(TableReader.cell(row, columns.status()), words);
        if (state == null) {
            WrittenState inCell = entryTitle.cellState(TableReader.cell(row, columns.title()), lead);
            state = inCell != null ? inCell : scope.defaultState();
        }
        TaskDraft draft = new TaskDraft(lead, state == null ? WrittenState.OPEN : state, scope, row.line(), row.line());
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = column < columns.fields().size() ? columns.fields().get(column) : null;
            if (column != columns.title() && column != columns.status() && column != columns.id()) {
                draft.add(field, TableReader.cell(row, column), row.line());
            }
        }
        drafts.tasks.add(draft);
    }

    /** A table of labels outside of an entry describes the document; a status in it is a claim. */
    private void labelTable(Block.Table table, Scope scope) {
        for (Block.Row row : table.rows()) {
            String name = Plain.of(TableReader.cell(row, 0)).text();
            label(
                    new Label(name, Label.field(name, words, false), TableReader.cell(row, 1), true),
                    scope,
                    new Line(TableReader.cell(row, 1), row.line()));
        }
    }

    /** In a table that is no list of items, a cell with a box is one all the same. */
    private void boxesInCells(Block.Table table, Scope scope) {
        for (Block.Row row : table.rows()) {
            for (String cell : row.cells()) {
                Lead lead = Lead.of(Plain.of(cell), words);
                if (lead.box() && ItemText.isText(lead.text())) {
                    drafts.tasks.add(new TaskDraft(lead, ItemText.state(lead), scope, row.line(), row.line()));
                    use.fact(row.line(), row.line());
                }
            }
        }
    }
}
