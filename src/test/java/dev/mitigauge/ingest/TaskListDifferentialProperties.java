package dev.mitigauge.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;

/** Plain GFM task lists: what commonmark's own task-list nodes say and what the reader says must agree. */
class TaskListDifferentialProperties {

    private static final Parser COMMONMARK = Parser.builder()
            .extensions(List.of(TaskListItemsExtension.create()))
            .build();

    private final DocumentReader reader = new DocumentReader(Words.SHIPPED, IngestSettings.DEFAULT);

    @Property(tries = 300)
    @Label("the reader ticks what commonmark ticks")
    void readerAgreesWithCommonmark(@ForAll long seed) {
        String text = checklist(new Random(seed));

        assertThat(read(text)).as(text).isEqualTo(commonmark(text));
    }

    private static String checklist(Random random) {
        StringBuilder text = new StringBuilder("# Launch list\n\n");
        int items = 1 + random.nextInt(30);
        int depth = 0;
        String bullet = List.of("-", "*", "+").get(random.nextInt(3));
        for (int i = 0; i < items; i++) {
            depth = Math.max(0, Math.min(depth + 1, random.nextInt(4)));
            text.append("  ".repeat(depth))
                    .append(bullet)
                    .append(" [")
                    .append(List.of("x", "X", " ").get(random.nextInt(3)))
                    .append("] item ")
                    .append(Integer.toString(i, 36))
                    .append(" word".repeat(random.nextInt(4)));
            text.append(random.nextInt(6) == 0 ? "\n\n" : "\n");
        }
        return text.toString();
    }

    private List<Boolean> read(String text) {
        List<Boolean> ticks = new ArrayList<>();
        for (Fact fact : ((Reading.Read) reader.read(List.of(new Input("a.md", text.getBytes(UTF_8))))).facts()) {
            if (fact instanceof Task task) {
                ticks.add(task.settled());
            }
        }
        return ticks;
    }

    private static List<Boolean> commonmark(String text) {
        List<Boolean> ticks = new ArrayList<>();
        COMMONMARK.parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TaskListItemMarker marker) {
                    ticks.add(marker.isChecked());
                }
                visitChildren(node);
            }
        });
        return ticks;
    }
}
