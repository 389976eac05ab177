package dev.mitigauge.ingest;

import java.util.List;

/** Prose that tells what the heading above it names. */
final class Told {

    private Told() {}

    /** Prose that tells what the heading names: not only the words that lead to a list. Lists may stand in it. */
    static boolean in(List<Block> body) {
        Block first = null;
        Block last = null;
        for (Block block : body) {
            if (block instanceof Block.Table) {
                return false;
            }
            if (!(block instanceof Block.Other)) {
                first = first == null ? block : first;
                last = block;
            }
        }
        return first instanceof Block.Paragraph paragraph
                && (last instanceof Block.Paragraph || !isLeadingTo(paragraph))
                && !isBoldLine(paragraph);
    }

    private static boolean isLeadingTo(Block.Paragraph paragraph) {
        String end = paragraph.lines().get(paragraph.lines().size() - 1).raw().strip();
        return end.endsWith(":") || end.endsWith("：");
    }

    private static boolean isBoldLine(Block.Paragraph paragraph) {
        String raw = paragraph.first().raw().strip();
        return paragraph.lines().size() == 1 && raw.startsWith("**") && raw.endsWith("**");
    }
}
