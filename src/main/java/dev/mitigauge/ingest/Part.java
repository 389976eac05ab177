package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading with what stands directly under it and the headings below it.
 *
 * @param heading null for what stands before the first heading
 * @param plain the heading's words
 * @param title the same, taken apart
 * @param body blocks between this heading and the next
 * @param parts headings of a deeper level that follow
 */
record Part(Block.@Nullable Heading heading, Plain plain, Title title, List<Block> body, List<Part> parts) {

    private static Part of(Block.@Nullable Heading heading) {
        Plain plain = Plain.of(heading == null ? "" : heading.raw());
        return new Part(heading, plain, Title.of(plain.text()), new ArrayList<>(4), new ArrayList<>(0));
    }

    static Part tree(List<Block> blocks) {
        Part root = of(null);
        List<Part> open = new ArrayList<>(List.of(root));
        for (Block block : blocks) {
            InText inText = InText.of(block);
            if (inText != null || block instanceof Block.Heading) {
                Part part = of(inText == null ? (Block.Heading) block : inText.heading());
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
