package dev.mitigauge.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters of an address. */
final class Query {

    private Query() {}

    /**
     * The parameters in their order.
     *
     * @throws IllegalArgumentException if an escape is broken
     */
    static List<Map.Entry<String, String>> parse(String query) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String pair : HeaderValue.split(query, '&')) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(Map.entry(plain(name), plain(value)));
            }
        }
        return parameters;
    }

    private static String plain(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
