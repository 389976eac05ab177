package dev.mitigauge.bench;

import dev.mitigauge.assessment.Answer;
import dev.mitigauge.assessment.AssessmentListener;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.Assessor;
import dev.mitigauge.ingest.IngestSettings;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
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

/** Checklist and register: the whole assessment, without next actions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2) // Drools is at its speed after some twenty thousand judgements
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WholeBenchmark {

    @Param
    @SuppressWarnings("NullAway.Init")
    public Size size;

    @SuppressWarnings("NullAway.Init")
    private Assessor assessor;

    @SuppressWarnings("NullAway.Init")
    private AssessmentRequest request;

    @Setup
    public void prepare() {
        assessor = new Assessor(
                Rules.get(),
                IngestSettings.DEFAULT,
                new AssessmentSettings(Rules.PROFILE, 0, 0, 1, 0, 0),
                AssessmentListener.NONE,
                Clock.systemUTC());
        request = new AssessmentRequest(
                Read.both(size), new TreeMap<>(), Read.DAY, Rules.PROFILE, List.of(), null, "bench", 0);
        if (!(assessor.assess(request) instanceof Answer.Assessed)) {
            throw new IllegalStateException("the documents of the benchmark can't be assessed");
        }
    }

    @Benchmark
    public Answer whole() {
        return assessor.assess(request);
    }
}
