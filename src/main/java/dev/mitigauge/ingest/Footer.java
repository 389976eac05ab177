package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import java.util.List;
import java.util.Set;

/** What stands behind the last rule of a document and speaks of the whole of it. */
final class Footer {

    private final Vocabulary words;
    private final FieldLabels fieldLabels;

    Footer(Vocabulary words, FieldLabels fieldLabels) {
        this.words = words;
        this.fieldLabels = fieldLabels;
    }

    /** Where the rule stands that only labels follow: what is behind it speaks of the document, not of its last section. */
    int start(List<Block> blocks) {
        int footer = blocks.size();
        boolean about = false;
        for (int at = blocks.size() - 1; at > 0; at--) {
            if (blocks.get(at) instanceof Block.Paragraph paragraph && isAboutDocument(paragraph)) {
                about = true;
            } else if (about && isRule(blocks.get(at))) {
                footer = at;
                about = false;
            } else {
                break;
            }
        }
        return footer;
    }

    private static boolean isRule(Block block) {
        return block instanceof Block.Other other && other.kind() == Block.Kind.RULE;
    }

    /** Begins with a label, and none that an entry of a register would have but for its review. */
    private boolean isAboutDocument(Block.Paragraph paragraph) {
        Set<Field> labels = fieldLabels.in(List.of(paragraph));
        labels.remove(Field.REVIEW);
        labels.retainAll(FieldLabels.OF_RISKS);
        return paragraph.first().label(words) != null && labels.isEmpty();
    }
}
