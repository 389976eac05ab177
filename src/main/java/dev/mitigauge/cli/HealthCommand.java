package dev.mitigauge.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code health}: asks a running service, for containers that hold nothing else that could. */
@Command(
        name = "health",
        description = {"Ask a running service whether it is ready; for health checks in images without curl."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the service answered that it is ready",
            "1:the service did not answer, or answered that it is not ready",
            "64:the command line makes no sense",
            "66:there is no such file",
            "70:the program is at fault",
            "78:the settings are invalid"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  mitigauge health", "  mitigauge health --url http://127.0.0.1:9000/health/live"})
final class HealthCommand implements Callable<Integer> {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String READY = "/health/ready";

    private final Workshop workshop;
    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where to ask. Default: " + READY + " at http.host and http.port.")
    private @Nullable String url;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    HealthCommand(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Choices choices = sources.choices();
        Workshop.Reached reached =
                url == null ? workshop.reached(choices).orComplain() : new Workshop.Reached(address(url), null);
        URI address = url == null ? reached.address().resolve(READY) : reached.address();
        try {
            int status = status(address, reached.certificate());
            return status == HttpURLConnection.HTTP_OK
                    ? ExitCode.PASSES
                    : notHealthy(address, "answered with status " + status, "see the log of the service");
        } catch (IOException e) {
            return notHealthy(
                    address, "does not answer: " + e.getMessage(), "start it with `mitigauge serve`, or check --url");
        }
    }

    private static int status(URI address, @Nullable Path certificate) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        if (certificate != null && connection instanceof HttpsURLConnection secure) {
            OwnCertificate.trust(secure, certificate);
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(url);
        }
        throw noAddress(url);
    }

    private static Complaint noAddress(String url) {
        return new Complaint(
                ExitCode.USAGE,
                "--url must be an address of the web, but is `" + url + "`",
                "write it as http://127.0.0.1:8080" + READY);
    }

    private int notHealthy(URI address, String message, String remedy) {
        terminal.say(List.of(new Fault(address.toString(), 0, 0, message, remedy, null)));
        return ExitCode.NOT_HEALTHY;
    }
}
