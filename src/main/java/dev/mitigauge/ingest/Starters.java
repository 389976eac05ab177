package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The label with which each entry of a register of paragraphs begins. */
final class Starters {

    private static final Set<Field> FIELDS = EnumSet.of(Field.ERROR, Field.TITLE, Field.ID);

    private final Vocabulary words;

    Starters(Vocabulary words) {
        this.words = words;
    }

    /** The label that begins each entry of a register of paragraphs: "Issue: …" with "Impact: …" below it, and again; null if none does. */
    @Nullable
    String find(List<Block> body) {
        String starter = null;
        int starts = 0;
        for (Line line : firstLines(body)) {
            Label label = line.label(words);
            if (label == null || label.field() == null || label.value().isBlank()) {
                continue;
            }
            starter = starter == null && FIELDS.contains(label.field()) ? label.name() : starter;
            starts += label.name().equals(starter) ? 1 : 0;
        }
        return starts >= 2 ? starter : null;
    }

    /** The first lines of paragraphs and of bullets, where an entry may begin. */
    static List<Line> firstLines(List<Block> body) {
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

    static List<Block> first(Block.Item item) {
        boolean text = !item.children().isEmpty() && item.children().get(0) instanceof Block.Paragraph;
        return text ? item.children().subList(0, 1) : List.of();
    }
}
