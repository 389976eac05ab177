package dev.mitigauge.ingest;

import java.util.List;

/** Whether items stand in blocks: boxes, marked bullets, tables of items. */
final class Marks {

    private final Vocabulary words;
    private final TableReader tables;

    Marks(Vocabulary words, TableReader tables) {
        this.words = words;
        this.tables = tables;
    }

    /** Whether boxes, marked bullets or tables of items stand in these blocks. */
    boolean in(List<Block> body, Scope scope) {
        for (Block block : body) {
            if (block instanceof Block.Bullets bullets && Any.of(bullets.items(), this::isMarked)) {
                return true;
            }
            if (block instanceof Block.Table table) {
                TableReader.Kind kind = tables.read(table, scope).kind();
                if (kind == TableReader.Kind.RISKS || kind == TableReader.Kind.TASKS) {
                    return true;
                }
            }
            if (block instanceof Block.Paragraph paragraph
                    && Any.of(paragraph.lines(), line -> line.lead(words).box())) {
                return true;
            }
        }
        return false;
    }

    boolean in(Part part, Scope scope) {
        return in(part.body(), scope) || Any.of(part.parts(), below -> in(below, scope));
    }

    boolean isMarked(Block.Item item) {
        for (Block block : item.children()) {
            if (block instanceof Block.Paragraph paragraph
                    && paragraph.first().lead(words).state() != null) {
                return true;
            }
            if (block instanceof Block.Bullets below && Any.of(below.items(), this::isMarked)) {
                return true;
            }
        }
        return false;
    }

    boolean isBoxed(Block.Item item) {
        for (Block block : item.children()) {
            if (block instanceof Block.Paragraph paragraph
                    && paragraph.first().lead(words).box()) {
                return true;
            }
            if (block instanceof Block.Bullets below && Any.of(below.items(), this::isBoxed)) {
                return true;
            }
        }
        return false;
    }

    /** The same but for marked bullets that are no boxes. */
    boolean inBoxesOrRows(List<Block> body, Scope scope) {
        for (Block block : body) {
            boolean boxes = block instanceof Block.Bullets bullets && Any.of(bullets.items(), this::isBoxed);
            if (boxes || (!(block instanceof Block.Bullets) && in(List.of(block), scope))) {
                return true;
            }
        }
        return false;
    }
}
