package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * What {@code /metrics} told at a moment.
 *
 * @param lines of samples
 */
record Scrape(List<String> lines) {

    Scrape {
        lines = List.copyOf(lines);
    }

    static Scrape of(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("/metrics answered " + answer.statusCode());
        }
        return new Scrape(
                answer.body().lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** Sum of a metric's samples whose labels hold this text. */
    double sum(String name, String label) {
        return lines.stream()
                .filter(line -> isOf(line, name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    double sum(String name) {
        return sum(name, "");
    }

    private static boolean isOf(String line, String name) {
        return line.startsWith(name) && (line.charAt(name.length()) == '{' || line.charAt(name.length()) == ' ');
    }
}
