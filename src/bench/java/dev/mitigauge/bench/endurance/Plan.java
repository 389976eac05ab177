package dev.mitigauge.bench.endurance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is to be like.
 *
 * @param length of the part that counts
 * @param share of what the service can answer that is asked of it
 * @param rate requests a second instead of that share; nothing if it is to be measured
 * @param warmUp before what it can answer is measured
 * @param measure how long that is measured
 * @param shed share of the requests that may be turned away for load
 * @param every between two samples
 * @param heap of the service, as {@code -Xmx} takes it
 * @param core that the service is held to; nothing for all of them
 * @param clock the library that steps its clock; nothing if the clock is left alone
 * @param plot file of the picture; nothing for none
 * @param table file of the samples, as CSV
 * @param end a file that ends it early as soon as it is there; nothing for none
 */
record Plan(
        Duration length,
        double share,
        Optional<Double> rate,
        Duration warmUp,
        Duration measure,
        double shed,
        Duration every,
        String heap,
        Optional<Integer> core,
        Optional<Path> clock,
        Optional<Path> plot,
        Path table,
        Optional<Path> end) {

    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration CYCLE = Duration.ofMinutes(10);

    /** From variables of the environment, those of {@code src/bench/endurance}. */
    static Plan of(Map<String, String> given) {
        Duration length = Duration.ofSeconds((long) (60 * number(given, "MINUTES", 60)));
        boolean brief = length.compareTo(SHORT) < 0;
        return new Plan(
                length,
                number(given, "SHARE", 0.7),
                value(given, "RATE").map(Double::valueOf),
                seconds(given, "WARM_UP", brief ? 25 : 120),
                seconds(given, "MEASURE", brief ? 8 : 30),
                number(given, "SHED", brief ? 0.1 : 0.001),
                seconds(given, "EVERY", brief ? 2 : 5),
                given.getOrDefault("HEAP", "256m"),
                value(given, "CORE").map(Integer::valueOf),
                value(given, "CLOCK_LIBRARY").map(Path::of),
                value(given, "PLOT").map(Path::of),
                Path.of(given.getOrDefault("TABLE", "target/endurance.csv")),
                value(given, "END").map(Path::of));
    }

    /** How often all that is done to the service is done; a short run does it once. */
    int cycles() {
        return (int) Math.max(1, length.dividedBy(CYCLE));
    }

    private static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).filter(text -> !text.isBlank());
    }

    private static double number(Map<String, String> given, String name, double otherwise) {
        double number = value(given, name).map(Double::parseDouble).orElse(otherwise);
        if (!(number > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, but is `" + given.get(name) + "`");
        }
        return number;
    }

    private static Duration seconds(Map<String, String> given, String name, double otherwise) {
        return Duration.ofMillis((long) (1000 * number(given, name, otherwise)));
    }
}
