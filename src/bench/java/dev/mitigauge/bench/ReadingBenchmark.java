package dev.mitigauge.bench;

import dev.mitigauge.ingest.DocumentReader;
import dev.mitigauge.ingest.Input;
import dev.mitigauge.ingest.Reading;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A checklist: to facts, beside what commonmark asks for the same text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

    @Param
    @SuppressWarnings("NullAway.Init")
    public Size size;

    private final Parser full = Parser.builder()
            .extensions(List.of(TablesExtension.create(), TaskListItemsExtension.create()))
            .build();

    /** Blocks with their lines, inlines left as they are: what reading needs of it. */
    private final Parser blocksOnly = Parser.builder()
            .extensions(List.<Extension>of(TablesExtension.create(), YamlFrontMatterExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> node.appendChild(new Text(lines.getContent())))
            .build();

    private final DocumentReader reader = Read.reader();

    @SuppressWarnings("NullAway.Init")
    private String text;

    @SuppressWarnings("NullAway.Init")
    private List<Input> input;

    @Setup
    public void prepare() {
        text = size.checklist();
        input = Read.checklist(size);
    }

    @Benchmark
    public Node commonmark() {
        return full.parse(text);
    }

    @Benchmark
    public Node commonmarkBlocks() {
        return blocksOnly.parse(text);
    }

    @Benchmark
    public Reading reading() {
        return reader.read(input);
    }
}
