package dev.mitigauge.ingest;

/** A dash or arrow with a space on either side: what sets a note apart from the item in front of it. */
final class Dash {

    private static final String[] KINDS = {" - ", " — ", " – ", " → "};

    private Dash() {}

    /** The place behind the first one, -1 if there is none. */
    static int first(String text) {
        int first = -1;
        for (String kind : KINDS) {
            int at = text.indexOf(kind);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first < 0 ? -1 : first + 2;
    }

    /** The place behind the last one that ends before {@code end}, -1 if there is none. */
    static int last(String text, int end) {
        int last = -1;
        for (String kind : KINDS) {
            last = text.contains(kind) ? Math.max(last, text.lastIndexOf(kind, end - kind.length())) : last;
        }
        return last < 0 ? -1 : last + 2;
    }
}
