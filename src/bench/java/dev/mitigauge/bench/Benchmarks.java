package dev.mitigauge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints their ratios. */
public final class Benchmarks {

    private static final String QUICK = "--quick";
    private static final Path RESULT = Path.of("target", "bench.json");

    private Benchmarks() {}

    /** {@code --quick} runs all in one JVM, to see that they run; all other arguments are JMH's and win. */
    public static void main(String[] arguments) throws IOException, RunnerException, CommandLineOptionException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean quick = rest.remove(QUICK);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(rest.toArray(String[]::new)))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .shouldDoGC(true)
                .resultFormat(ResultFormatType.JSON)
                .result(RESULT.toString());
        new Runner((quick ? quick(options) : full(options)).build()).run();
        System.out.println();
        System.out.print(Ratios.of(RESULT.toFile()));
        if (quick) {
            System.out.println("A smoke run in one JVM: these figures say that all runs, and nothing else.");
        }
    }

    private static ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        return options.forks(0)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(2)
                .measurementTime(TimeValue.milliseconds(200));
    }

    /** As annotated: one JVM for each benchmark and size. The collector is the one that the JVM takes on a single core. */
    private static ChainedOptionsBuilder full(ChainedOptionsBuilder options) {
        return options.jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    }
}
