package dev.mitigauge.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header of the form {@code value; name=text; name="quoted text"}, such as {@code Content-Type} or {@code Content-Disposition}.
 *
 * @param value the part before the first semicolon, in lower case
 * @param parameters the others by name in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {

    static HeaderValue parse(String header) {
        List<String> parts = split(header, ';');
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).trim().toLowerCase(Locale.ROOT);
                parameters.putIfAbsent(name, unquote(part.substring(equals + 1).trim()));
            }
        }
        return new HeaderValue(parts.get(0).trim().toLowerCase(Locale.ROOT), parameters);
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The file name of a content disposition; null if it has none. RFC 6266: {@code filename*} goes before {@code filename}. */
    @Nullable
    String fileName() {
        String extended = parameters.get("filename*");
        String decoded = extended == null ? null : decode(extended);
        return decoded == null ? parameters.get("filename") : decoded;
    }

    /** Splits at a character that stands outside of quotes; there is always at least one part. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted && c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(Math.min(start, text.length())));
        return parts;
    }

    private static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length() - 1 && "\\\"".indexOf(text.charAt(i + 1)) >= 0;
            plain.append(escape ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    /** RFC 8187: {@code UTF-8''na%C3%AFve.md}; null if it is anything else. */
    private static @Nullable String decode(String extended) {
        if (!extended.regionMatches(true, 0, "utf-8'", 0, 6)) {
            return null;
        }
        int quote = extended.indexOf('\'', 6);
        try {
            return quote < 0
                    ? null
                    : URLDecoder.decode(extended.substring(quote + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null; // a broken escape: the plain file name counts
        }
    }
}
