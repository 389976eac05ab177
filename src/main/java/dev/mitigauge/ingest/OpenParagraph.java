package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of text. Definitions of links in front of them are taken away: they show nothing. */
final class OpenParagraph extends OpenBlock {

    private final List<Line> lines = new ArrayList<>(1);
    private @Nullable Definitions definitions;

    /** The lines so far; none if all of them are definitions. */
    List<Line> lines() {
        return lines;
    }

    @Override
    boolean isLazy() {
        return true;
    }

    @Override
    Resumed resume(LineCursor cursor) {
        return cursor.isBlank() ? Resumed.NO : Resumed.YES;
    }

    @Override
    void add(String text, int number) {
        if (definitions == null && lines.isEmpty() && Definitions.mayBegin(text)) {
            definitions = new Definitions();
        }
        lines.add(new Line(text, number));
        if (definitions != null && definitions.completes(text)) {
            lines.clear();
        }
    }

    /** Keeps its list, and holds nothing any more: a walk has one of these for all of its paragraphs, no two of which are ever open at once. */
    @Override
    void close(OpenBlock parent) {
        if (!lines.isEmpty()) {
            parent.take(new Block.Paragraph(lines.size() == 1 ? List.of(lines.get(0)) : new ArrayList<>(lines)));
        }
        lines.clear();
        definitions = null;
        forget();
    }
}
