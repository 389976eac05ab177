package dev.mitigauge.bench;

import dev.mitigauge.facts.Fact;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The yardstick of {@link JudgingBenchmark}, which holds it to the rules; apart, so that its JVM need not compile them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlainBenchmark {

    @Param
    @SuppressWarnings("NullAway.Init")
    public Size size;

    private final PlainJudge judge = PlainJudge.shipped();

    @SuppressWarnings("NullAway.Init")
    private List<Fact> facts;

    @Setup
    public void prepare() {
        facts = Read.facts(size);
    }

    @Benchmark
    public PlainJudge.Result plainJava() {
        return judge.judge(facts);
    }
}
