package dev.mitigauge.ingest;

import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.WrittenState;
import java.util.List;

/** Reads a heading that is a task. */
final class TaskHeadingReader {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final FieldLabels fieldLabels;
    private final EntryTitle entryTitle;
    private final LabelledLines labelledLines;

    TaskHeadingReader(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.fieldLabels = context.fieldLabels;
        this.entryTitle = context.entryTitle;
        this.labelledLines = context.labelledLines;
    }

    void read(Part part, Scope scope, Section section) {
        Plain plain = part.plain();
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
}
