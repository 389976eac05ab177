package dev.mitigauge.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.lang.management.ManagementFactory;

/** The virtual machine, its process, and the machine that both are on. */
final class ProcessMetrics implements AutoCloseable {

    private static final double NANOS = 1e9;

    /** Names that Prometheus takes for something else: a count of events, and a unit that is no base unit. */
    private static final String CPUS = "system.cpu.count";

    private static final String CPU_NANOS = "process.cpu.time";

    private final JvmGcMetrics garbage = new JvmGcMetrics();

    ProcessMetrics(MeterRegistry registry) {
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith(CPUS))
                .meterFilter(MeterFilter.denyNameStartsWith(CPU_NANOS));
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        garbage.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        ProcessMemory.register(registry);
        cpuTime(registry);
        Gauge.builder("system.cpus", () -> Runtime.getRuntime().availableProcessors())
                .description("Processors that the virtual machine may use")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void close() {
        garbage.close();
    }

    /** Under the name that all exporters for Prometheus give it. */
    private static void cpuTime(MeterRegistry registry) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, bean -> bean.getProcessCpuTime() / NANOS)
                    .description("Time that the process has used of all processors")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }
}
