package dev.mitigauge.bench.endurance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of our own that can be killed and started again with what it has on disk. What it confirmed is on disk: that is what it has by default. */
final class Server implements AutoCloseable {

    private static final int ATTEMPTS = 60;

    private final Path directory;
    private final int port;
    private EmbeddedPostgres running;

    private Server(Path directory) throws IOException {
        this.directory = directory;
        this.running = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
        this.port = running.getPort();
    }

    static Server start(Path directory) throws IOException {
        return new Server(directory);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** As {@code kill -9} does; those of its processes that serve connections notice and end. */
    void kill() throws IOException, InterruptedException {
        long process = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle server = ProcessHandle.of(process).orElseThrow();
        server.destroyForcibly();
        while (server.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Starts it again; as long as a process of the one before lives, it refuses to. */
    void startAgain() throws IOException, InterruptedException {
        running.close();
        for (int attempt = 1; ; attempt++) {
            try {
                running = EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
                return;
            } catch (IOException | IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("PostgreSQL does not start again", e);
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
    }

    /** A number that a query tells. */
    long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
