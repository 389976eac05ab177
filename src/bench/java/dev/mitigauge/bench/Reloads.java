package dev.mitigauge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Edits the rules of a running service over and over, in every way that editors save, while requests go on: how long a save takes to
 * the first verdict under it, how many requests fail meanwhile, and what becomes of heap and metaspace.
 */
public final class Reloads {

    private static final int BETWEEN_LOOKS = 10;

    private final Service service;
    private final RuleEdits edits;
    private final Map<String, List<Double>> seconds = new TreeMap<>();
    private int unanswered;

    private Reloads(Service service, RuleEdits edits) {
        this.service = service;
        this.edits = edits;
    }

    /**
     * Arguments: address of the service, its process, its directory of rules, how many edits, requests per second of the load, seconds
     * before the first edit, how many rows of figures.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Service service = new Service(arguments[0], Long.parseLong(arguments[1]));
        Reloads reloads = new Reloads(service, new RuleEdits(Path.of(arguments[2])));
        int count = Integer.parseInt(arguments[3]);
        int points = Math.max(1, count / Integer.parseInt(arguments[6]));
        try (Load load = new Load(service, Integer.parseInt(arguments[4]))) {
            Thread.sleep(Integer.parseInt(arguments[5]) * 1000L);
            reloads.head(load);
            for (int edit = 1; edit <= count; edit++) {
                reloads.apply(edit);
                if (edit % points == 0 || edit == count) {
                    reloads.row(edit, load);
                }
            }
        }
        reloads.summary();
    }

    private void apply(int edit) throws IOException, InterruptedException {
        double taken = applied(edit);
        String kind = edit == 1 ? "the first, " + RuleEdits.kind(edit) : RuleEdits.kind(edit);
        seconds.computeIfAbsent(kind, key -> new ArrayList<>()).add(taken);
        seconds.computeIfAbsent("any", key -> new ArrayList<>()).add(taken);
    }

    /** From the end of the save to the arrival of the first verdict under a set that was not in force before, in seconds. */
    private double applied(int number) throws IOException, InterruptedException {
        String before = digest("");
        edits.save(number);
        long saved = System.nanoTime();
        long deadline = saved + 60_000_000_000L;
        while (digest(before).equals(before)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("edit " + number + " is not in force after a minute");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - saved) / 1e9;
    }

    /** That of the rules in force; what was known before, if there is no answer, which is counted. */
    private String digest(String before) throws InterruptedException {
        try {
            return service.digest();
        } catch (IOException | IllegalStateException e) {
            System.err.println("a request failed: " + e);
            unanswered++;
            return before;
        }
    }

    private void head(Load load) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%8s %10s %14s %15s %10s %10s %8s %8s %8s%n",
                "reloads",
                "heap MiB",
                "metaspace MiB",
                "loaded classes",
                "RSS MiB",
                "requests",
                "failed",
                "p50 ms",
                "p99 ms");
        row(0, load);
    }

    /** Figures of the load since the last row; printed at once, for a long run may be cut off. */
    private void row(int edits, Load load) throws IOException, InterruptedException {
        service.collectGarbage();
        Load.Figures figures = load.figures();
        System.out.printf(
                Locale.ROOT,
                "%8d %10.1f %14.1f %15.0f %10.0f %10d %8d %8.1f %8.1f%n",
                edits,
                service.metric("jvm_memory_used_bytes", "area=\"heap\"") / 1048576,
                service.metric("jvm_memory_used_bytes", "Metaspace") / 1048576,
                service.metric("jvm_classes_loaded_classes", ""),
                Files.exists(service.status()) ? service.residentKilobytes() / 1024.0 : 0,
                figures.answered(),
                figures.failed() + unanswered,
                figures.median(),
                figures.slowest99());
        unanswered = 0;
    }

    private void summary() {
        System.out.println("seconds from a save to the first verdict under the new rules, by what was saved:");
        System.out.printf(Locale.ROOT, "%-26s %6s %8s %10s %8s%n", "saved", "edits", "median", "9 of 10", "slowest");
        seconds.forEach((kind, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %6d %8.2f %10.2f %8.2f%n",
                    kind,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.9)),
                    sorted.get(sorted.size() - 1));
        });
    }
}
