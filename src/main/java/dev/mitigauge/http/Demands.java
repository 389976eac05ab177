package dev.mitigauge.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees before a request is read whether it may ask for what costs many runs of the rules or the reading of files, and has no place on an
 * event loop. Names it as
 * the body writes it: within the text of a document quotes are escaped in JSON, so that only a key can look like one.
 */
final class Demands {

    /** The parameters, fields and keys that ask for it. */
    static final List<String> NAMES = List.of("path", "worsens", "why", "checkout");

    private Demands() {}

    /** Whether parameters or body name any of it. */
    static boolean many(@Nullable String query, byte[] body) {
        return NAMES.stream()
                .anyMatch(name -> (query != null && names(query, name))
                        || contains(body, ("\"" + name + "\"").getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean names(String query, String name) {
        try {
            return Query.parse(query).stream()
                    .anyMatch(parameter -> parameter.getKey().equals(name));
        } catch (IllegalArgumentException e) {
            return false; // such a request is turned away
        }
    }

    private static boolean contains(byte[] body, byte[] word) {
        for (int i = 0; i + word.length <= body.length; i++) {
            int same = 0;
            while (same < word.length && body[i + same] == word[same]) {
                same++;
            }
            if (same == word.length) {
                return true;
            }
        }
        return false;
    }
}
