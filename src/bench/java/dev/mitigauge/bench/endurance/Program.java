package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service as a process of its own, which never is started again: whatever happens, it has to bear it. */
final class Program implements AutoCloseable {

    /** What {@code SIGTERM} ends it with. */
    private static final int STOPPED = 143;

    private static final int READY_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final Path work;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Program(Process process, int port, Path work) {
        this.process = process;
        this.port = port;
        this.work = work;
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @param settings by their names in the environment
     */
    static Program start(Plan plan, Path jar, Path work, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        plan.core().ifPresent(core -> command.addAll(List.of("taskset", "-c", core.toString())));
        command.addAll(List.of("java", "-Xmx" + plan.heap(), "-Xlog:gc:file=" + work.resolve("gc.log") + ":uptime"));
        command.addAll(List.of("-jar", jar.toString(), "serve", "--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("service.log").toFile());
        builder.environment().putAll(settings);
        Program program = new Program(builder.start(), port, work);
        program.awaitReady();
        return program;
    }

    int port() {
        return port;
    }

    long id() {
        return process.pid();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Status of the answer to that; 0 if there is none for long. */
    int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException none) {
            return 0;
        }
    }

    /** What it has written so far. */
    List<String> log() throws IOException {
        return Files.readAllLines(work.resolve("service.log"));
    }

    /** Descriptors that it has open. */
    int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(id()), "fd"))) {
            return (int) open.count();
        }
    }

    /** A number that the kernel tells of it, such as {@code Threads} or {@code VmRSS}. */
    long told(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(id()), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Stops it as a supervisor does; whether it ended as it should. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == STOPPED;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!isReady()) {
            if (!lives() || System.nanoTime() > end) {
                close();
                throw new IOException("the service does not get ready:\n" + String.join("\n", log()));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return status("/health/ready") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
