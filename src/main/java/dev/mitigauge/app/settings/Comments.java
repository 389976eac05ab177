package dev.mitigauge.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the settings file that ships says of each key, in the comment above it. */
final class Comments {

    private Comments() {}

    /**
     * The comments by key, each on one line.
     *
     * @param yaml two levels, keys indented by two spaces, as {@code config/mitigauge.yaml} is written
     */
    static Map<String, String> of(String yaml) {
        Map<String, String> comments = new LinkedHashMap<>();
        StringBuilder comment = new StringBuilder();
        String section = "";
        for (String line : yaml.lines().toList()) {
            String bare = line.strip();
            int colon = bare.indexOf(':');
            if (bare.startsWith("#")) {
                comment.append(comment.isEmpty() ? "" : " ")
                        .append(bare.substring(1).strip());
                continue;
            }
            if (colon > 0 && line.startsWith("  ")) {
                comments.put(section + "." + bare.substring(0, colon), comment.toString());
            } else if (colon > 0) {
                section = bare.substring(0, colon);
            }
            comment.setLength(0);
        }
        return comments;
    }
}
