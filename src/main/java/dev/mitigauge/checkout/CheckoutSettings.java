package dev.mitigauge.checkout;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which checkouts requests over HTTP may name, and how far is looked.
 *
 * @param allowed names and directories, {@code shop=/srv/shop, docs=/srv/docs}; null for none
 * @param millis longest time for one request in milliseconds, at least 1; what is not decided by then stays unknown
 * @param maxObjects most entries of trees, and most commits, that are looked at for one request, at least 1
 * @param maxFileBytes largest file whose lines are counted, and largest directory that is read, at least 1
 * @param maxCitations most citations that are looked up for one request, at least 1
 */
public record CheckoutSettings(
        @Nullable String allowed, int millis, int maxObjects, int maxFileBytes, int maxCitations) {

    public static final CheckoutSettings DEFAULT = new CheckoutSettings(null, 2_000, 200_000, 4_194_304, 2_000);

    public CheckoutSettings {
        atLeastOne("millis", millis);
        atLeastOne("maxObjects", maxObjects);
        atLeastOne("maxFileBytes", maxFileBytes);
        atLeastOne("maxCitations", maxCitations);
        directories(allowed);
    }

    /** Directories by the names that requests know them by. */
    public SortedMap<String, String> directories() {
        return directories(allowed);
    }

    private static SortedMap<String, String> directories(@Nullable String allowed) {
        SortedMap<String, String> directories = new TreeMap<>();
        if (allowed != null && !allowed.isBlank()) {
            for (String entry : allowed.split(",", -1)) {
                Map.Entry<String, String> named = named(entry.strip());
                if (directories.put(named.getKey(), named.getValue()) != null) {
                    throw new IllegalArgumentException("checkouts.allowed names `" + named.getKey() + "` twice");
                }
            }
        }
        return directories;
    }

    private static Map.Entry<String, String> named(String entry) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? "" : entry.substring(0, equals).strip();
        String directory = entry.substring(equals + 1).strip();
        if (name.isEmpty() || directory.isEmpty()) {
            throw new IllegalArgumentException(
                    "checkouts.allowed must be a list such as shop=/srv/shop, but holds `" + entry + "`");
        }
        return Map.entry(name, directory);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("checkouts." + key + " must be at least 1, but is " + value);
        }
    }
}
