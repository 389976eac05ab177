package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.WrittenState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Known labels that stand in blocks, and what they say of what stands around them. */
final class FieldLabels {

    /** Labels that make a heading or bullet an entry of a register. */
    static final Set<Field> OF_RISKS = EnumSet.of(
            Field.ERROR,
            Field.REASON,
            Field.RISK,
            Field.MITIGATION,
            Field.SEVERITY,
            Field.LIKELIHOOD,
            Field.IMPACT,
            Field.CATEGORY,
            Field.APPROACH,
            Field.REVIEW,
            Field.ACCEPTED_BY,
            Field.FILE);

    private final Vocabulary words;
    private final TableReader tables;

    FieldLabels(Vocabulary words, TableReader tables) {
        this.words = words;
        this.tables = tables;
    }

    /** Known labels that stand directly in these blocks. */
    EnumSet<Field> in(List<Block> body) {
        EnumSet<Field> labels = EnumSet.noneOf(Field.class);
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                paragraph.lines().forEach(line -> add(line, labels));
            } else if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    if (!item.children().isEmpty() && item.children().get(0) instanceof Block.Paragraph first) {
                        add(first.first(), labels);
                    }
                }
            } else if (block instanceof Block.Table table && tables.isLabels(table)) {
                table.rows().forEach(row -> {
                    Field field = Label.field(Plain.of(TableReader.cell(row, 0)).text(), words, false);
                    if (field != null) {
                        labels.add(field);
                    }
                });
            }
        }
        return labels;
    }

    private void add(Line line, Set<Field> to) {
        Label label = line.label(words);
        if (label != null && label.field() != null) {
            to.add(label.field());
        }
    }

    /** State that a label gives; null if none stands here. */
    @Nullable
    WrittenState status(List<Block> body) {
        for (Block block : body) {
            Label status = status(block);
            if (status != null) {
                return Status.atStart(status.value(), words);
            }
        }
        return null;
    }

    private @Nullable Label status(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return status(paragraph.lines(), paragraph.lines().size());
        }
        if (block instanceof Block.Bullets bullets) {
            for (Block.Item item : bullets.items()) {
                boolean text = !item.children().isEmpty() && item.children().get(0) instanceof Block.Paragraph;
                Label status = text ? status(((Block.Paragraph) item.children().get(0)).lines(), 1) : null;
                if (status != null) {
                    return status;
                }
            }
        }
        return null;
    }

    /** The first label of a state in so many lines. */
    private @Nullable Label status(List<Line> lines, int count) {
        for (int i = 0; i < count; i++) {
            Label label = lines.get(i).label(words);
            if (label != null && label.field() == Field.STATUS) {
                return label;
            }
        }
        return null;
    }

    /** Whether a status says that a risk was accepted. */
    boolean isAcceptance(List<Block> body) {
        return Any.of(Starters.firstLines(body), line -> {
            Label label = line.label(words);
            boolean status = label != null && label.field() == Field.STATUS;
            return status
                    && label != null
                    && words.acceptances.at(Plain.of(label.value()).text(), 0) != null;
        });
    }

    /** Whether at least two bullets have labels below them: then each bullet is an entry, not what stands above the list. */
    boolean areItems(List<Block> body) {
        int labelled = 0;
        for (Block block : body) {
            if (block instanceof Block.Bullets bullets) {
                for (Block.Item item : bullets.items()) {
                    labelled += areBelow(item) ? 1 : 0;
                }
            }
        }
        return labelled >= 2;
    }

    /** Whether labels of an entry stand below a bullet. */
    boolean areBelow(Block.Item item) {
        for (Block below : item.children()) {
            if (below instanceof Block.Bullets bullets && !Collections.disjoint(OF_RISKS, in(List.of(bullets)))) {
                return true;
            }
        }
        return false;
    }

    /** {@code **Done when:**} with nothing behind it: what must hold follows. */
    boolean isCriteria(Block.Paragraph paragraph) {
        Label label = paragraph.first().label(words);
        return label != null && label.value().isEmpty() && words.roles.whole(label.name()) == SectionRole.CRITERIA;
    }
}
