package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;

/** The lines that stand in a fence, as text that somebody wanted to stand as it was typed. */
final class FencedLines {

    private final Sheet sheet;

    FencedLines(Sheet sheet) {
        this.sheet = sheet;
    }

    static boolean isFence(Block block) {
        return block instanceof Block.Other other && other.kind() == Block.Kind.FENCE;
    }

    /** A line as it was typed, with its number. */
    List<Line> typed(Block fence) {
        List<Line> lines = new ArrayList<>();
        for (int number = fence.line() + 1; number < fence.endLine(); number++) {
            lines.add(new Line(sheet.lines().get(number - 1), number));
        }
        return lines;
    }

    /** Paragraphs and bullets of these lines: a blank one ends each paragraph, a number or sign in front begins a bullet. */
    static List<Block> blocks(List<Line> typed) {
        List<Block> blocks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : typed) {
            String text = line.raw().strip();
            int bullet = bulletEnd(text);
            if (text.isEmpty() || bullet > 0) {
                close(open, blocks);
                open = new ArrayList<>();
            }
            if (bullet > 0) {
                blocks.add(bullet(new Line(text.substring(bullet), line.number())));
            } else if (!text.isEmpty()) {
                open.add(new Line(text, line.number()));
            }
        }
        close(open, blocks);
        return blocks;
    }

    private static void close(List<Line> open, List<Block> blocks) {
        if (!open.isEmpty()) {
            blocks.add(new Block.Paragraph(open));
        }
    }

    private static Block bullet(Line line) {
        Block.Item item = new Block.Item(1, List.of(new Block.Paragraph(List.of(line))), line.number(), line.number());
        return new Block.Bullets(false, List.of(item), line.number(), line.number());
    }

    /** Where the words behind a bullet's sign or number begin, 0 if there is none. */
    private static int bulletEnd(String text) {
        int at = 0;
        while (at < text.length() && at < MOST_DIGITS && Character.isDigit(text.charAt(at))) {
            at++;
        }
        boolean sign = at < text.length() && (at == 0 ? "-*•" : ".)").indexOf(text.charAt(at)) >= 0;
        return sign && at + 2 < text.length() && text.charAt(at + 1) == ' ' ? at + 2 : 0;
    }

    private static final int MOST_DIGITS = 3;
}
