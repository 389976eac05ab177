package dev.mitigauge.bench.endurance;

import dev.mitigauge.bench.endurance.Sample.Column;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes a sample every few seconds and writes it down at once, for a long run may be cut off. */
final class Recorder {

    private static final double MIB = 1 << 20;

    private final Program program;
    private final Traffic traffic;
    private final Timeline timeline;
    private final GcLog collections;
    private final Path table;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread sampling = new Thread(task, "recorder");
        sampling.setDaemon(true);
        return sampling;
    });
    private double last;
    private double cpu;

    Recorder(Program program, Traffic traffic, Timeline timeline, GcLog collections, Path table) throws IOException {
        this.program = program;
        this.traffic = traffic;
        this.timeline = timeline;
        this.collections = collections;
        this.table = table;
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, Sample.head() + "\n");
    }

    void start(long everyMillis) throws IOException {
        traffic.onLoop(() -> traffic.tally().take());
        collections.take();
        last = timeline.now();
        var unused = thread.scheduleAtFixedRate(this::take, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** What could not be seen. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    private synchronized void take() {
        try {
            Sample sample = sample();
            samples.add(sample);
            Files.writeString(table, sample.row() + "\n", StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException e) {
            failures.add(String.format("%.0f s: %s", timeline.now(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sample sample() throws IOException, InterruptedException {
        double now = timeline.now();
        double seconds = now - last;
        last = now;
        Map<Column, Double> values = new EnumMap<>(Column.class);
        requests(values, traffic.onLoop(() -> traffic.tally().take()), seconds);
        collected(values, collections.take());
        process(values);
        told(values, Scrape.of(client, program.address()), seconds);
        return new Sample(now, values);
    }

    private static void requests(Map<Column, Double> values, Tally.Window window, double seconds) {
        values.put(Column.SENT_PER_S, window.sent() / seconds);
        values.put(Column.ANSWERED_PER_S, window.of(Outcome.ANSWERED) / seconds);
        values.put(Column.AWAY, (double) window.of(Outcome.AWAY));
        values.put(Column.CUT, (double) window.of(Outcome.CUT));
        values.put(Column.SHED, (double) window.of(Outcome.SHED));
        values.put(Column.WRONG, (double) window.of(Outcome.WRONG));
        values.put(Column.P50_MS, window.median());
        values.put(Column.P99_MS, window.slowest99());
        values.put(Column.MAX_MS, window.slowest());
    }

    private static void collected(Map<Column, Double> values, GcLog.Window window) {
        values.put(Column.GC_COUNT, (double) window.collections());
        values.put(Column.GC_MS, window.pauseMillis());
        values.put(Column.GC_MAX_MS, window.longestMillis());
        values.put(Column.HEAP_AFTER_GC_MIB, window.left());
    }

    private void process(Map<Column, Double> values) throws IOException {
        values.put(Column.THREADS, (double) program.told("Threads"));
        values.put(Column.RSS_MIB, program.told("VmRSS") / 1024.0);
        values.put(Column.DESCRIPTORS, (double) program.descriptors());
    }

    private void told(Map<Column, Double> values, Scrape scrape, double seconds) {
        values.put(Column.HEAP_USED_MIB, scrape.sum("jvm_memory_used_bytes", "area=\"heap\"") / MIB);
        values.put(Column.HEAP_COMMITTED_MIB, scrape.sum("jvm_memory_committed_bytes", "area=\"heap\"") / MIB);
        values.put(Column.METASPACE_MIB, scrape.sum("jvm_memory_used_bytes", "id=\"Metaspace\"") / MIB);
        values.put(Column.DIRECT_MIB, scrape.sum("jvm_buffer_memory_used_bytes", "id=\"direct\"") / MIB);
        values.put(Column.CLASSES, scrape.sum("jvm_classes_loaded_classes"));
        values.put(Column.CONNECTIONS, scrape.sum("http_server_open_connections"));
        values.put(Column.STREAMS, scrape.sum("mitigauge_event_streams"));
        values.put(Column.LOOP_DELAY_MS, scrape.sum("mitigauge_event_loop_delay_seconds") * 1000);
        values.put(Column.QUEUED, scrape.sum("mitigauge_pool_queued"));
        values.put(Column.REJECTED, scrape.sum("mitigauge_rejected_total"));
        values.put(Column.STORE_UP, scrape.sum("mitigauge_store_up"));
        values.put(Column.STORE_ACTIVE, scrape.sum("mitigauge_store_connections_active"));
        values.put(Column.STORE_WAITING, scrape.sum("mitigauge_store_connections_waiting"));
        values.put(Column.OUTBOX_WAITING, scrape.sum("mitigauge_outbox_waiting"));
        values.put(Column.OUTBOX_DEAD, scrape.sum("mitigauge_outbox_dead"));
        values.put(Column.RULES_STALE, scrape.sum("mitigauge_rules_stale"));
        values.put(Column.READY, scrape.sum("mitigauge_ready"));
        double used = scrape.sum("process_cpu_seconds_total");
        values.put(Column.CPU, cpu == 0 ? Double.NaN : (used - cpu) / seconds);
        cpu = used;
    }

    /** Takes no more, and waits for the last one. */
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
