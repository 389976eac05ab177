package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading with what stands directly under it and the headings below it.
 *
 * @param heading null for what stands before the first heading
 * @param body blocks between this heading and the next
 * @param parts headings of a deeper level that follow
 */
record Part(Block.@Nullable Heading heading, List<Block> body, List<Part> parts) {

    static Part tree(List<Block> blocks) {
        Part root = new Part(null, new ArrayList<>(), new ArrayList<>());
        List<Part> open = new ArrayList<>(List.of(root));
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                while (open.size() > 1 && level(open.get(open.size() - 1)) >= heading.level()) {
                    open.remove(open.size() - 1);
                }
                Part part = new Part(heading, new ArrayList<>(), new ArrayList<>());
                open.get(open.size() - 1).parts().add(part);
                open.add(part);
            } else {
                open.get(open.size() - 1).body().add(block);
            }
        }
        return root;
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
