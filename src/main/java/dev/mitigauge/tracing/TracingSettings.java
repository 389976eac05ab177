package dev.mitigauge.tracing;

import dev.mitigauge.assessment.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom to tell which part of a request took how long.
 *
 * @param endpoint address of a collector that takes OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces}; null for nobody
 * @param headers that the collector wants to see, such as {@code Authorization=Bearer abc}, with commas in between; null for none
 * @param sampleRatio which part of the requests, 0 to 1, whose callers do not say whether they are to be followed
 * @param serviceName by which the collector tells one service from another
 * @param queue most spans that wait to be sent, 100 to 100000; those beyond are dropped and counted
 */
public record TracingSettings(
        @Nullable String endpoint, @Nullable Secret headers, double sampleRatio, String serviceName, int queue) {

    public static final TracingSettings DEFAULT = new TracingSettings(null, null, 0.1, "mitigauge", 2_048);

    public TracingSettings {
        if (endpoint != null && !isAddress(endpoint)) {
            throw new IllegalArgumentException("tracing.endpoint must be the address of a collector, such as"
                    + " http://127.0.0.1:4318/v1/traces, but is `" + endpoint + "`");
        }
        parsed(headers);
        if (!(sampleRatio >= 0 && sampleRatio <= 1)) {
            throw new IllegalArgumentException("tracing.sampleRatio must be between 0 and 1, but is " + sampleRatio);
        }
        if (serviceName.isBlank()) {
            throw new IllegalArgumentException("tracing.serviceName must not be blank");
        }
        if (queue < 100 || queue > 100_000) {
            throw new IllegalArgumentException("tracing.queue must be between 100 and 100000, but is " + queue);
        }
    }

    /** The address of the collector; nothing if nobody is told. */
    public Optional<String> collector() {
        return Optional.ofNullable(endpoint);
    }

    /** The headers by name. */
    Map<String, String> parsedHeaders() {
        return parsed(headers);
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return http && address.getHost() != null && address.getPath().length() > 1;
        } catch (IllegalArgumentException e) {
            return false; // it is told with what it should be
        }
    }

    /** What is wrong is told without its text: it is a secret. */
    private static Map<String, String> parsed(@Nullable Secret headers) {
        Map<String, String> parsed = new TreeMap<>();
        for (String each : headers == null ? new String[0] : headers.reveal().split(",", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? "" : each.substring(0, equals).strip();
            String value = each.substring(equals + 1).strip();
            if (!name.matches("[A-Za-z0-9-]+") || !value.matches("[\\x20-\\x7e]+")) {
                throw new IllegalArgumentException("tracing.headers must be names and values such as"
                        + " Authorization=Bearer abc, with commas in between");
            }
            parsed.put(name, value);
        }
        return parsed;
    }
}
