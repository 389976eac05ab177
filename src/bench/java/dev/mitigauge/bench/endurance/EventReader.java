package dev.mitigauge.bench.endurance;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A reader of {@code GET /api/v1/events} that comes back where it was whenever the stream ends. */
final class EventReader implements AutoCloseable {

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::read, "event-reader");
    private volatile @Nullable InputStream open;
    private volatile boolean over;
    private String last = "0";

    private EventReader(String address) {
        this.address = address;
    }

    static EventReader start(String address) {
        EventReader reader = new EventReader(address);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** What it was told of, by the ids of the events. */
    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** Has it hang up and come back. */
    void reconnect() throws IOException {
        InputStream before = open;
        if (before != null) {
            before.close();
        }
    }

    private void read() {
        while (!over) {
            try {
                readOnce();
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** As long as the stream lasts; what ends it is of no interest, for the next one begins where it was. */
    private void readOnce() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/events"))
                .header("Last-Event-ID", last)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                open = answer.body();
                lines.lines().forEach(this::take);
            }
        } catch (IOException | UncheckedIOException broken) {
            open = null;
        }
    }

    private void take(String line) {
        if (line.startsWith("id: ")) {
            last = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
            ids.add(new JsonObject(line.substring("data: ".length())).getString("id"));
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        thread.interrupt();
        reconnect();
    }
}
