package dev.mitigauge.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that the process holds as the kernel counts it, which Micrometer does not know. Linux only; elsewhere the gauge is left out. */
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int KIBI = 1_024;

    private ProcessMemory() {}

    static void register(MeterRegistry registry) {
        if (Files.isReadable(STATUS)) {
            Gauge.builder("process.resident.memory", ProcessMemory::resident)
                    .description("Resident memory of the process")
                    .baseUnit("bytes")
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** In bytes; NaN if the kernel does not say. */
    private static double resident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN; // a scrape shows a gap rather than an old value
        }
    }
}
