package dev.mitigauge.ingest;

import java.util.List;

/**
 * A bullet that begins with words.
 *
 * @param head the words
 * @param rest what stands below them
 * @param lead how the words begin
 */
record Bullet(Block.Item item, Block.Paragraph head, List<Block> rest, Lead lead) {

    static Bullet of(Block.Item item, Block.Paragraph head, Vocabulary words) {
        List<Block> rest = item.children().size() == 1
                ? List.of()
                : item.children().subList(1, item.children().size());
        Lead lead =
                head.lines().size() == 1 ? head.first().lead(words) : Lead.of(Plain.of(ItemText.joined(head)), words);
        return new Bullet(item, head, rest, lead);
    }

    int line() {
        return item.line();
    }

    /** Last line of the words. */
    int endLine() {
        return head.endLine();
    }
}
