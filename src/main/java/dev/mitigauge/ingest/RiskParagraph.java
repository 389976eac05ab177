package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills an entry of a register with the labelled lines of a paragraph below it. */
final class RiskParagraph {

    private final Vocabulary words;
    private final LineUse use;

    RiskParagraph(Context context) {
        this.words = context.words;
        this.use = context.use;
    }

    /** Gives the label that is still open at the paragraph's end: a list that follows belongs to it. */
    @Nullable
    Field fill(RiskDraft draft, Block.Paragraph paragraph, @Nullable Field under) {
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
}
