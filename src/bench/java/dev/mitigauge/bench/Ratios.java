package dev.mitigauge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The figures of one run in one table, and their ratios: noise of the machine is in both sides of a ratio. */
final class Ratios {

    /** Medians over the iterations of CPU time and of time, and mean allocation. */
    private record Figure(double micros, double elapsed, double bytes) {}

    private final Map<String, Map<Size, Figure>> figures = new LinkedHashMap<>();

    private Ratios() {}

    /**
     * The table of a result that JMH wrote.
     *
     * @throws IOException if the file can't be read
     */
    static String of(File json) throws IOException {
        Ratios ratios = new Ratios();
        new ObjectMapper().readTree(json).forEach(ratios::add);
        return ratios.table();
    }

    private void add(JsonNode result) {
        String benchmark = result.path("benchmark").asText();
        String size = result.path("params").path("size").asText();
        JsonNode secondary = result.path("secondaryMetrics");
        if (!size.isEmpty()) {
            figures.computeIfAbsent(
                            benchmark.substring(benchmark.lastIndexOf('.') + 1), name -> new EnumMap<>(Size.class))
                    .put(
                            Size.valueOf(size),
                            new Figure(
                                    median(secondary.path(CpuTime.LABEL).path("rawData")),
                                    median(result.path("primaryMetric").path("rawData")),
                                    secondary
                                            .path("gc.alloc.rate.norm")
                                            .path("score")
                                            .asDouble()));
        }
    }

    private static double median(JsonNode forks) {
        double[] all = StreamSupport.stream(forks.spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
        if (all.length == 0) {
            return Double.NaN;
        }
        return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        row(text, "CPU µs per operation, median", "×1", "×13", "×130", "growth to ×13", "to ×130");
        figures.forEach((name, sizes) -> row(
                text,
                name,
                times(sizes, Size.KB6),
                times(sizes, Size.KB80),
                times(sizes, Size.KB800),
                growth(sizes, Size.KB80),
                growth(sizes, Size.KB800)));
        row(text, "elapsed µs, median", "×1", "×13", "×130", "", "");
        figures.forEach((name, sizes) -> row(
                text, name, elapsed(sizes, Size.KB6), elapsed(sizes, Size.KB80), elapsed(sizes, Size.KB800), "", ""));
        row(text, "KiB allocated per operation", "×1", "×13", "×130", "", "");
        figures.forEach((name, sizes) ->
                row(text, name, bytes(sizes, Size.KB6), bytes(sizes, Size.KB80), bytes(sizes, Size.KB800), "", ""));
        row(text, "ratio of CPU time", "×1", "×13", "×130", "", "");
        ratio(text, "reading", "commonmark");
        ratio(text, "reading", "commonmarkBlocks");
        ratio(text, "rules", "plainJava");
        ratio(text, "rules", "whole");
        return text.toString();
    }

    private void ratio(StringBuilder text, String one, String other) {
        if (figures.containsKey(one) && figures.containsKey(other)) {
            String[] cells = Arrays.stream(Size.values())
                    .map(size -> number(time(one, size) / time(other, size)))
                    .toArray(String[]::new);
            row(text, one + " ÷ " + other, cells[0], cells[1], cells[2], "", "");
        }
    }

    private double time(String name, Size size) {
        Figure figure = figures.getOrDefault(name, Map.of()).get(size);
        return figure == null ? Double.NaN : figure.micros();
    }

    private static String times(Map<Size, Figure> sizes, Size size) {
        Figure figure = sizes.get(size);
        return number(figure == null ? Double.NaN : figure.micros());
    }

    private static String elapsed(Map<Size, Figure> sizes, Size size) {
        Figure figure = sizes.get(size);
        return number(figure == null ? Double.NaN : figure.elapsed());
    }

    private static String bytes(Map<Size, Figure> sizes, Size size) {
        Figure figure = sizes.get(size);
        return number(figure == null ? Double.NaN : figure.bytes() / 1024);
    }

    /** How many times the time of ×1 for each time of its amount: 1 is linear. */
    private static String growth(Map<Size, Figure> sizes, Size size) {
        Figure one = sizes.get(Size.KB6);
        Figure figure = sizes.get(size);
        return number(one == null || figure == null ? Double.NaN : figure.micros() / one.micros() / size.times());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value < 100 ? "%,.2f" : "%,.0f", value);
    }

    private static void row(
            StringBuilder text, String name, String one, String thirteen, String many, String growth, String most) {
        text.append(String.format(
                "| %-28s | %12s | %12s | %12s | %13s | %8s |%n", name, one, thirteen, many, growth, most));
    }
}
