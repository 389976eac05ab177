package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import org.jspecify.annotations.Nullable;

/** Lines of a block, each with the label that it stands under. */
final class LabelledLines {

    interface Sink {
        void add(@Nullable Field field, String raw, int line);
    }

    private final Vocabulary words;

    LabelledLines(Vocabulary words) {
        this.words = words;
    }

    /** Gives each line of a block to the label that it stands under. */
    void read(Block block, Sink sink) {
        if (block instanceof Block.Paragraph paragraph) {
            Field field = null;
            for (Line line : paragraph.lines()) {
                Label label = line.label(words);
                field = label == null ? field : label.field();
                sink.add(field, label == null ? line.raw() : label.value(), line.number());
            }
        } else if (block instanceof Block.Bullets bullets) {
            for (Block.Item item : bullets.items()) {
                item.children().forEach(child -> read(child, sink));
            }
        } else if (block instanceof Block.Quote quote) {
            quote.children().forEach(child -> read(child, sink));
        }
    }
}
