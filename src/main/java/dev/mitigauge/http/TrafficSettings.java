package dev.mitigauge.http;

/**
 * What one caller may take of the service, and all of them together.
 *
 * @param maxConnections most connections at once, at least 1; more are closed at once
 * @param maxHeaderBytes most bytes of all headers of a request together, 1024 to 1048576
 * @param headSeconds longest time for the head of a request to come, from the connection or the answer before, 1 to 3600
 * @param maxDelayMillis longest time that requests may wait for an event loop for longer than a moment; then some are told to come again later, 0 for any
 * @param perTokenPerMinute most calls of {@code /api} with one token within a minute, 0 for any number
 * @param perAddressPerMinute most calls of {@code /api} from one address within a minute, 0 for any number
 */
public record TrafficSettings(
        int maxConnections,
        int maxHeaderBytes,
        int headSeconds,
        int maxDelayMillis,
        int perTokenPerMinute,
        int perAddressPerMinute) {

    public static final TrafficSettings DEFAULT = new TrafficSettings(4_096, 8_192, 60, 1_000, 0, 0);

    public TrafficSettings {
        within("maxConnections", maxConnections, 1, 1_000_000);
        within("maxHeaderBytes", maxHeaderBytes, 1_024, 1_048_576);
        within("headSeconds", headSeconds, 1, 3_600);
        within("maxDelayMillis", maxDelayMillis, 0, 3_600_000);
        within("perTokenPerMinute", perTokenPerMinute, 0, 100_000_000);
        within("perAddressPerMinute", perAddressPerMinute, 0, 100_000_000);
    }

    private static void within(String key, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "traffic." + key + " must be between " + low + " and " + high + ", but is " + value);
        }
    }
}
