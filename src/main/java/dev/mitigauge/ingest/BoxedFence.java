package dev.mitigauge.ingest;

/** Lists of boxes that stand in a fence. */
final class BoxedFence {

    private final Sheet sheet;
    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;

    BoxedFence(Context context) {
        this.sheet = context.sheet;
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
    }

    /** A fence each line of which begins with a box is a list of boxes that somebody wanted to stand as it was typed. */
    boolean is(Block block) {
        if (!(block instanceof Block.Other other) || other.kind() != Block.Kind.FENCE) {
            return false;
        }
        int boxes = 0;
        for (int line = block.line() + 1; line < block.endLine(); line++) {
            String text = sheet.lines().get(line - 1);
            boolean blank = text.isBlank();
            if (!blank && !isBox(text)) {
                return false;
            }
            boxes += blank ? 0 : 1;
        }
        return boxes > 1;
    }

    private boolean isBox(String line) {
        String text = line.strip();
        boolean mark =
                text.charAt(0) == '[' || text.charAt(0) == '-' || text.charAt(0) == '*' || text.charAt(0) > 0x2000;
        return mark && Lead.of(Plain.of(withoutBullet(text)), words).state() != null;
    }

    private static String withoutBullet(String text) {
        return text.startsWith("- ") || text.startsWith("* ") ? text.substring(2) : text;
    }

    void read(Block block, Scope scope) {
        use.fact(block.line(), block.endLine());
        for (int line = block.line() + 1; line < block.endLine(); line++) {
            String text = withoutBullet(sheet.lines().get(line - 1).strip());
            Lead lead = Lead.of(Plain.of(text), words);
            if (ItemText.isText(lead.text())) {
                drafts.tasks.add(new TaskDraft(lead, ItemText.state(lead), scope, line, line));
            }
        }
    }
}
