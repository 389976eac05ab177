package dev.mitigauge.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running service as its callers see it, and as the machine does. */
public final class Service {

    private static final Pattern DIGEST = Pattern.compile("\"digest\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final long process;

    /**
     * @param address such as {@code http://127.0.0.1:8080}
     * @param process its number, on this machine
     */
    public Service(String address, long process) {
        this.address = address;
        this.process = process;
    }

    /** Posts a document. */
    public HttpResponse<String> assess(String document) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/assessments"))
                        .header("Content-Type", "text/markdown")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(document))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Digest of the rules that a verdict is given under now. */
    public String digest() throws IOException, InterruptedException {
        HttpResponse<String> answer = assess("- [ ] Restore a backup\n");
        Matcher digest = DIGEST.matcher(answer.body());
        if (answer.statusCode() != 200 || !digest.find()) {
            throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return digest.group(1);
    }

    /** Sum of a metric's samples whose labels hold this text. */
    public double metric(String name, String label) throws IOException, InterruptedException {
        HttpRequest scrape =
                HttpRequest.newBuilder(URI.create(address + "/metrics")).build();
        return client.send(scrape, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Has the service's JVM collect all garbage, so that what is left is what is held. */
    public void collectGarbage() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(process), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Memory of the process that is in the machine's, in kilobytes; Linux tells. */
    public long residentKilobytes() throws IOException {
        return Files.readAllLines(status()).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    Path status() {
        return Path.of("/proc", Long.toString(process), "status");
    }
}
