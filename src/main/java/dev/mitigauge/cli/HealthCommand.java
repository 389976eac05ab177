package dev.mitigauge.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code health}: asks a running service, for containers that hold nothing else that could. */
@Command(
        name = "health",
        description = {"Ask a running service whether it is ready; for health checks in images without curl."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the service answered that it is ready",
            "1:the service did not answer, or answered that it is not ready",
            "64:the command line makes no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge health", "  mitigauge health --url http://127.0.0.1:9000/health/live"})
final class HealthCommand implements Callable<Integer> {

    private static final int TIMEOUT_MILLIS = 3_000;

    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080/health/ready",
            description = "Where to ask. Default: ${DEFAULT-VALUE}.")
    private String url = "";

    HealthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            int status = status(address());
            if (status == HttpURLConnection.HTTP_OK) {
                return ExitCode.PASSES;
            }
            return notHealthy("answered with status " + status, "see the log of the service");
        } catch (IOException e) {
            return notHealthy("does not answer: " + e.getMessage(), "start it with `mitigauge serve`, or check --url");
        }
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(java.net.Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private URI address() {
        try {
            URI address = new URI(url);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            throw complaint();
        }
        throw complaint();
    }

    private Complaint complaint() {
        return new Complaint(
                ExitCode.USAGE,
                "--url must be an address of the web, but is `" + url + "`",
                "write it as http://127.0.0.1:8080/health/ready");
    }

    private int notHealthy(String message, String remedy) {
        terminal.say(java.util.List.of(new Fault(url, 0, 0, message, remedy, null)));
        return ExitCode.NOT_HEALTHY;
    }
}
