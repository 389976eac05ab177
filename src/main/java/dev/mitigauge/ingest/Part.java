package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading with what stands directly under it and the headings below it. Its words and the labels under it are asked for again and again
 * while the reader finds out what the heading is, so they are kept.
 */
final class Part {

    private final Block.@Nullable Heading heading;
    private final Plain plain;
    private final Title title;
    private final List<Block> body = new ArrayList<>(4);
    private final List<Part> parts = new ArrayList<>(0);
    private @Nullable HeadingWords words;
    private @Nullable Labels labels;

    private Part(Block.@Nullable Heading heading) {
        this.heading = heading;
        this.plain = Plain.of(heading == null ? "" : heading.raw());
        this.title = Title.of(plain.text());
    }

    /** Null for what stands before the first heading. */
    Block.@Nullable Heading heading() {
        return heading;
    }

    /** The heading's words. */
    Plain plain() {
        return plain;
    }

    /** The same, taken apart. */
    Title title() {
        return title;
    }

    /** Blocks between this heading and the next. */
    List<Block> body() {
        return body;
    }

    /** Headings of a deeper level that follow. */
    List<Part> parts() {
        return parts;
    }

    /** The heading's words, and where the tables may know something in them. */
    HeadingWords words(Vocabulary vocabulary) {
        HeadingWords known = words;
        if (known == null) {
            known = HeadingWords.of(plain, vocabulary);
            words = known;
        }
        return known;
    }

    /** Known labels that stand directly under the heading. */
    Labels labels(FieldLabels reader) {
        Labels known = labels;
        if (known == null) {
            known = Labels.of(reader.in(body));
            labels = known;
        }
        return known;
    }

    static Part tree(List<Block> blocks) {
        Part root = new Part(null);
        List<Part> open = new ArrayList<>(List.of(root));
        for (Block block : blocks) {
            InText inText = InText.of(block);
            if (inText != null || block instanceof Block.Heading) {
                Part part = new Part(inText == null ? (Block.Heading) block : inText.heading());
                close(open, level(part));
                open.get(open.size() - 1).parts().add(part);
                open.add(part);
                if (inText != null && inText.rest() != null) {
                    part.body().add(inText.rest());
                }
            } else {
                if (block instanceof Block.Other other && other.kind() == Block.Kind.RULE) {
                    close(open, InText.LEVEL);
                }
                open.get(open.size() - 1).body().add(block);
            }
        }
        return root;
    }

    /** What stands under a heading ends at the next one that is no deeper; what stands under one in the text, also at a rule. */
    private static void close(List<Part> open, int level) {
        while (open.size() > 1 && level(open.get(open.size() - 1)) >= level) {
            open.remove(open.size() - 1);
        }
    }

    private static int level(Part part) {
        return part.heading() == null ? 0 : part.heading().level();
    }

    /** Last line of all that stands under the heading. */
    int endLine() {
        int end = heading == null ? 0 : heading.endLine();
        for (Block block : body) {
            end = Math.max(end, block.endLine());
        }
        for (Part part : parts) {
            end = Math.max(end, part.endLine());
        }
        return end;
    }
}
