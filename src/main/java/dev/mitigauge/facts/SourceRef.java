package dev.mitigauge.facts;

import java.util.Comparator;

/**
 * The lines that a fact was read from.
 *
 * @param document name of the document, as the caller gave it
 * @param line first line, counted from 1; 0 if the fact came with the request
 * @param endLine last line, at least {@code line}
 * @param excerpt the text of the first line, shortened to {@value #EXCERPT_LENGTH} characters
 */
public record SourceRef(String document, int line, int endLine, String excerpt) implements Comparable<SourceRef> {

    public static final int EXCERPT_LENGTH = 160;

    /** The source of what came with the request and stands in no document. */
    public static final SourceRef CONTEXT = new SourceRef("request", 0, 0, "");

    private static final Comparator<SourceRef> ORDER = Comparator.comparing(SourceRef::document)
            .thenComparingInt(SourceRef::line)
            .thenComparingInt(SourceRef::endLine)
            .thenComparing(SourceRef::excerpt);

    public SourceRef {
        if (line < 0 || endLine < line) {
            throw new IllegalArgumentException(
                    "lines must be ordered and not negative, but are " + line + "-" + endLine);
        }
        excerpt = shorten(excerpt);
    }

    private static String shorten(String text) {
        if (text.length() <= EXCERPT_LENGTH) {
            return text;
        }
        int end = EXCERPT_LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** {@code document:line}, as compilers print it. */
    public String at() {
        return line == 0 ? document : document + ":" + line;
    }

    @Override
    public int compareTo(SourceRef other) {
        return ORDER.compare(this, other);
    }
}
