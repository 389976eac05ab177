package dev.mitigauge.ingest;

/** Documents that are a to-do list and nothing else. */
final class PlainLists {

    private PlainLists() {}

    /** Headings, bullets, and prose only in front of the first heading below the title. */
    static boolean fill(Part root) {
        return root.parts().size() == 1
                && root.parts().get(0).body().stream().noneMatch(PlainLists::isSteps)
                && !Any.of(root.parts().get(0).parts(), part -> !isList(part));
    }

    private static boolean isSteps(Block block) {
        return (block instanceof Block.Bullets bullets && bullets.ordered())
                || block instanceof Block.Table
                || (block instanceof Block.Other other && other.kind() == Block.Kind.FENCE);
    }

    private static boolean isList(Part part) {
        for (Block block : part.body()) {
            boolean list = block instanceof Block.Bullets bullets && !bullets.ordered();
            if (!list && !(block instanceof Block.Other other && other.kind() == Block.Kind.RULE)) {
                return false;
            }
        }
        return !Any.of(part.parts(), below -> !isList(below));
    }
}
