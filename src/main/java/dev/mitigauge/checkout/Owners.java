package dev.mitigauge.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/** A CODEOWNERS file: who owns which paths. The last line that matches a path counts. */
final class Owners {

    /** Where such a file is looked for, first come first served. */
    static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_PATTERN = 300;
    private static final int MOST_STARS = 6;

    /**
     * Who owns a path.
     *
     * @param owners as written
     * @param line the line that says so
     */
    record Owned(String owners, int line) {}

    private record Rule(String pattern, FastIgnoreRule matcher, Owned owned) {

        /** {@code docs/*} is what lies in docs, and not what lies further below. */
        boolean matches(String path) {
            return matcher.isMatch(path, false, pattern.endsWith("/*"));
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    private Owners() {}

    /** Reads the text of such a file; sections, as GitLab has them, are passed over. */
    static Owners of(String text) {
        Owners owners = new Owners();
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            owners.add(lines.get(i), i + 1);
        }
        return owners;
    }

    /** Who owns a path; nothing if nobody does. */
    Optional<Owned> of(String path, Bounds bounds) {
        for (int i = rules.size() - 1; i >= 0 && !bounds.areReached(); i--) {
            if (rules.get(i).matches(path)) {
                Owned owned = rules.get(i).owned();
                return owned.owners().isEmpty() ? Optional.empty() : Optional.of(owned);
            }
        }
        return Optional.empty();
    }

    private void add(String line, int number) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        String rule = (comment < 0 ? line : line.substring(0, comment)).strip();
        boolean section = rule.startsWith("[") || rule.startsWith("^[");
        int end = patternEnd(rule);
        String pattern = rule.substring(0, end);
        boolean bearable =
                end <= LONGEST_PATTERN && pattern.chars().filter(c -> c == '*').count() <= MOST_STARS;
        if (!rule.isEmpty() && !section && !rule.startsWith("!") && bearable) {
            rules.add(new Rule(
                    pattern,
                    new FastIgnoreRule(pattern),
                    new Owned(rule.substring(end).strip(), number)));
        }
    }

    /** A blank behind a backslash belongs to the pattern. */
    private static int patternEnd(String rule) {
        int end = 0;
        while (end < rule.length() && (!Character.isWhitespace(rule.charAt(end)) || rule.charAt(end - 1) == '\\')) {
            end++;
        }
        return end;
    }
}
