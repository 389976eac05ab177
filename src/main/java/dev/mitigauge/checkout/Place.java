package dev.mitigauge.checkout;

import java.util.Locale;
import java.util.Optional;

/**
 * A place in the source code, as a document cites it: {@code src/a.ts:10-20}, {@code docs/}, {@code limits.ts#L4}.
 *
 * @param path relative, with slashes, without those at its ends
 * @param lastLine the last line cited, 0 if the whole file is meant
 * @param rooted whether a slash stands in front: a path of the checkout, of a server or of an address, nobody knows
 */
record Place(String path, int lastLine, boolean rooted) {

    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 8;

    /** The place, if the text names one that can be inside of a checkout. */
    static Optional<Place> of(String cited) {
        String text = cited.strip().replace('\\', '/');
        int mark = lines(text);
        String path = mark < 0 ? text : text.substring(0, mark);
        boolean rooted = path.startsWith("/");
        path = trimmed(path);
        boolean leaves = path.isEmpty()
                || path.length() > LONGEST
                || path.startsWith("~")
                || path.indexOf('*') >= 0
                || path.contains("://")
                || ("/" + path + "/").contains("/../");
        return leaves ? Optional.empty() : Optional.of(new Place(path, lastLine(text, mark), rooted));
    }

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The first part of the path. */
    String first() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** Whether it can be nothing but a file of the checkout: an address or a server's path is written alike. */
    boolean isTelling() {
        boolean extended = name().lastIndexOf('.') > 0;
        boolean host = path.indexOf('/') > 0 && first().lastIndexOf('.') > 0;
        return !rooted && extended && !host;
    }

    /** Whether this path of a checkout is meant: in full, or its end. */
    boolean means(String other) {
        return other.equals(path)
                || (other.length() > path.length()
                        && other.endsWith(path)
                        && other.charAt(other.length() - path.length() - 1) == '/');
    }

    /** The same without its first part. */
    Optional<Place> below() {
        int slash = path.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new Place(path.substring(slash + 1), lastLine, rooted));
    }

    private static String trimmed(String path) {
        String bare = path;
        while (bare.startsWith("./") || bare.startsWith("/")) {
            bare = bare.substring(bare.indexOf('/') + 1);
        }
        while (bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare;
    }

    /** Where the lines begin that stand behind the path, -1 if none do. */
    private static int lines(String text) {
        int hash = text.toUpperCase(Locale.ROOT).lastIndexOf("#L");
        if (hash > 0) {
            return hash;
        }
        int colon = text.indexOf(':');
        boolean number = colon > 0 && colon + 1 < text.length() && isDigit(text.charAt(colon + 1));
        return number ? colon : -1;
    }

    /** {@code :10-20} and {@code #L10-L20} end at 20; {@code :10:4} is a column of line 10. */
    private static int lastLine(String text, int mark) {
        if (mark < 0) {
            return 0;
        }
        int dash = text.indexOf('-', mark);
        int first = number(text, mark);
        return dash < 0 ? first : Math.max(first, number(text, dash));
    }

    private static int number(String text, int from) {
        int start = from;
        while (start < text.length() && !isDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end)) && end - start < MOST_DIGITS) {
            end++;
        }
        return start == end ? 0 : Integer.parseInt(text.substring(start, end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
