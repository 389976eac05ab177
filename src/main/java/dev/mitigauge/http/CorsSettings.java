package dev.mitigauge.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may call the service from a browser.
 *
 * @param origins such as {@code https://portal.example.org, https://ci.example.org}; null for the service's own alone
 */
public record CorsSettings(@Nullable String origins) {

    public static final CorsSettings DEFAULT = new CorsSettings(null);

    public CorsSettings {
        for (String origin : split(origins)) {
            if (!isOrigin(origin)) {
                throw new IllegalArgumentException("cors.origins must be origins such as https://portal.example.org,"
                        + " with commas in between, but holds `" + origin + "`");
            }
        }
    }

    /** One by one. */
    List<String> all() {
        return split(origins);
    }

    private static List<String> split(@Nullable String origins) {
        return origins == null
                ? List.of()
                : Arrays.stream(origins.split(",", -1)).map(String::strip).toList();
    }

    /** Not {@code *}: whatever page somebody opens could then use a service that asks for no token. */
    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && text.equals(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
