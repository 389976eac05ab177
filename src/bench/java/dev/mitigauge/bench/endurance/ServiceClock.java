package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The wall clock of the service's process alone, which {@code src/bench/clock.c} steps: what measures how long something takes is left alone, as it
 * is when somebody sets a machine's clock.
 */
final class ServiceClock {

    private final Path library;
    private final Path file;

    ServiceClock(Path library, Path work) throws IOException {
        this.library = library;
        this.file = work.resolve("clock");
        Files.write(file, bytes(0));
    }

    /** For the environment of the process. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "STEPPED_CLOCK", file.toString());
    }

    /** From now on it is so many seconds ahead; behind, if that is below 0. */
    void step(int seconds) throws IOException {
        try (var opened = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            opened.write(ByteBuffer.wrap(bytes(seconds)));
        }
    }

    private static byte[] bytes(long seconds) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(seconds)
                .array();
    }
}
