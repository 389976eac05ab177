package dev.mitigauge.bench;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.findings.Conclusions;
import dev.mitigauge.rules.RuleSet;
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

/** The facts of checklist and register: judged by the shipped rules. Plain Java must come to the same scores before time is taken. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2) // Drools is at its speed after some twenty thousand judgements
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgingBenchmark {

    @Param
    @SuppressWarnings("NullAway.Init")
    public Size size;

    @SuppressWarnings("NullAway.Init")
    private RuleSet rules;

    @SuppressWarnings("NullAway.Init")
    private List<Fact> facts;

    @Setup
    public void prepare() {
        rules = Rules.get();
        facts = Read.facts(size);
        Agreement.check(rules.judge(facts, Rules.PROFILE), PlainJudge.shipped().judge(facts));
    }

    @Benchmark
    public Conclusions rules() {
        return rules.judge(facts, Rules.PROFILE);
    }
}
