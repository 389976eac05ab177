package dev.mitigauge.ingest;

import dev.mitigauge.facts.WrittenState;
import org.jspecify.annotations.Nullable;

/** Paragraphs under an ordinary heading. */
final class ParagraphReader {

    private final Vocabulary words;
    private final LineUse use;
    private final HeadingReader headings;
    private final ClaimReader claimReader;
    private final Drafts drafts;
    private final Nothing nothing;
    private final LabelClaims labelClaims;
    private final ProseClaims proseClaims;
    private final MarkedLines markedLines;

    ParagraphReader(Context context, LabelClaims labelClaims, ProseClaims proseClaims) {
        this.words = context.words;
        this.use = context.use;
        this.headings = context.headings;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
        this.nothing = context.nothing;
        this.labelClaims = labelClaims;
        this.proseClaims = proseClaims;
        this.markedLines = new MarkedLines(context);
    }

    Scope read(Block.Paragraph paragraph, Scope scope, Scope current) {
        if (current.isSilent()) {
            use.structure(paragraph.line(), paragraph.endLine());
            return current;
        }
        Scope below = pseudoHeading(paragraph, scope);
        if (below != null) {
            return below;
        }
        if (markedLines.are(paragraph, current)) {
            markedLines.read(paragraph, current);
            return current;
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

    private static final int LONGEST_MARK = 4;

    private boolean isMark(String text) {
        return text.charAt(0) >= 0x2000 && words.states.whole(text) != null;
    }

    /** "✅ **Ready**", "✅ **MVP ready**": a tick with a word for it at the end. */
    private boolean isDone(Plain plain, Scope below) {
        String last = plain.text().substring(plain.text().lastIndexOf(' ') + 1);
        return below.defaultState() == WrittenState.DONE && words.states.whole(last) == WrittenState.DONE;
    }

    /** A paragraph that is one bold line, or a label with nothing behind it, heads what follows. */
    private @Nullable Scope pseudoHeading(Block.Paragraph paragraph, Scope scope) {
        if (paragraph.lines().size() != 1) {
            return null;
        }
        String whole = paragraph.lines().get(0).raw().strip();
        int stars = whole.indexOf("**");
        boolean marked = stars > 0 && stars < LONGEST_MARK && isMark(whole.substring(0, stars));
        String raw = marked ? whole.substring(stars) : whole;
        boolean bold = raw.length() > 4
                && raw.startsWith("**")
                && (raw.endsWith("**") || raw.endsWith("**:"))
                && raw.indexOf("**", 2) >= raw.length() - 3;
        boolean label = raw.length() < 60 && raw.indexOf(". ") < 0 && (raw.endsWith(":") || raw.endsWith("："));
        if (!bold && !label) {
            return null;
        }
        Plain plain = Plain.of(whole);
        if (bold && !claimReader.of(plain.text()).isEmpty()) {
            if (!marked) {
                return null;
            }
            // "✅ **Ready**" claims it, and what follows tells what is.
            proseClaims.read(paragraph.first().lead(words), scope, paragraph.first());
        }
        use.structure(paragraph.line(), paragraph.endLine());
        Scope below = headings.scope(scope, scope.sectionId(), plain, 6);
        if (marked && below.family() == Scope.Family.TASK && isDone(plain, below)) {
            below = below.done();
        }
        below = !bold && below.role() == scope.role() ? below.of(scope) : below;
        // "All exceptions must be recorded here:" asks for an entry, and makes none a condition of release.
        return !bold && scope.family() == Scope.Family.RISK && !scope.must() ? below.optional() : below;
    }
}
