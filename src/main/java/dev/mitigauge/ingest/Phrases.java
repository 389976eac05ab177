package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one table in a character trie, so that a text is looked through once, in time linear in its length, without a regular
 * expression per word. Filled first, then left alone: any number of threads may look up at once.
 *
 * <p>Upper and lower case are alike; a hyphen or underscore between letters or digits is a space; runs of white space are one space; emoji
 * variation selectors are skipped. A phrase matches at word boundaries, which scripts without spaces do not need.
 *
 * @param <T> what a phrase means
 */
final class Phrases<T> {

    /** A phrase with its meaning, at {@code start} up to {@code end} of a text. */
    record Found<T>(T value, int start, int end) {

        /** How many characters it takes. */
        int length() {
            return end - start;
        }
    }

    private static final int SKIP = -1;
    static final int ASCII = 128;

    /** Transitions of the root on ASCII, which nearly every look-up ends at: an array beats a hash there. */
    private final int[] first = new int[ASCII];

    private final FirstWords firstWords = new FirstWords();

    private static final int NODE_BITS = 24;
    private static final int NODES_PER_WORD = 6;

    /** From which node by which character to which node, in one number: a step looks at one place of the memory. */
    private long[] edges = new long[1 << 8];

    private int edgeCount;
    private @Nullable Object[] values = new Object[1 << 7];
    private int nodeCount = 1;

    /** A bit for each node that others follow: most phrases end where nothing does, and there no step need be tried. */
    private long[] followed = new long[values.length / Long.SIZE];

    private final Beginnings beginnings;
    private final int table;

    Phrases() {
        this(new Beginnings());
    }

    /** @param beginnings of the tables that are looked through together */
    Phrases(Beginnings beginnings) {
        this.beginnings = beginnings;
        this.table = beginnings.table();
    }

    void put(String phrase, T value) {
        fill(phrase, value);
    }

    private void fill(String phrase, Object value) {
        int node = 0;
        String text = phrase.strip();
        StringBuilder word = new StringBuilder();
        int wordEnd = 0;
        boolean inWord = true;
        for (int i = 0; i < text.length(); i++) {
            int c = norm(text, i);
            if (c >= 0) {
                node = grow(node, (char) c);
                inWord &= Letters.isLetter((char) c);
                wordEnd = inWord ? node : wordEnd;
                word.append(inWord ? Character.toString(c) : "");
            }
        }
        values[node] = value;
        if (wordEnd > 0) {
            firstWords.put(word.toString(), wordEnd);
        }
        beginnings.add(table, (char) norm(text, 0), word.toString());
    }

    /** A phrase that means this only where no other word stands beside it: "high" is a rating, "high availability" is none. */
    void putAlone(String phrase, T value) {
        fill(phrase, new Alone(value));
    }

    private record Alone(Object value) {}

    /** The meaning of exactly this phrase, null if there is none. */
    @Nullable
    T get(String phrase) {
        Found<T> found = phrase.isEmpty() ? null : at(phrase, 0);
        return found != null && found.end() == phrase.length() ? found.value() : null;
    }

    /** The longest phrase that starts exactly here, null if there is none. */
    @Nullable
    Found<T> at(String text, int from) {
        long letters = Letters.at(text, from);
        return letters == 0
                ? longest(text, from, from, 0)
                : word(text, from, letters, Letters.end(text, from, letters));
    }

    /** The longest phrase that starts with this word of ASCII; what follows the word may be part of it if it is beyond ASCII. */
    @Nullable
    Found<T> word(String text, int start, long letters, int end) {
        if (end < text.length() && text.charAt(end) >= ASCII) {
            return longest(text, start, start, 0);
        }
        int node = firstWords.find(text, start, letters);
        return node == 0 ? null : longest(text, start, end, node);
    }

    /** The longest phrase that starts here, of which the part before {@code from} led to a node. */
    private @Nullable Found<T> longest(String text, int start, int from, int begun) {
        int node = begun;
        int length = text.length();
        Object best = from > start && counts(values[node], text, start, from) ? values[node] : null;
        int bestEnd = from;
        for (int i = from; i < length && isFollowed(node); i++) {
            int c = norm(text, i);
            if (c < 0) {
                continue;
            }
            node = node == 0 && c < ASCII ? first[c] : step(node, (char) c);
            if (node <= 0) {
                break;
            }
            Object value = values[node];
            if (counts(value, text, start, i + 1)) {
                best = value;
                bestEnd = i + 1;
            }
        }
        if (best == null) {
            return null;
        }
        while (bestEnd < length && text.charAt(bestEnd) >= 0x200B && norm(text, bestEnd) == SKIP) {
            bestEnd++;
        }
        return new Found<>(meaning(best), start, bestEnd);
    }

    @SuppressWarnings("unchecked") // only put() and putAlone() write values, and they take nothing but T
    private T meaning(Object value) {
        return (T) (value instanceof Alone alone ? alone.value() : value);
    }

    private static boolean counts(@Nullable Object value, String text, int start, int end) {
        return value != null && endsWord(text, end) && (!(value instanceof Alone) || isAlone(text, start, end));
    }

    /** Whether no word stands beside this stretch: it is all there is, or marks set it off. */
    private static boolean isAlone(String text, int start, int end) {
        int before = start - 1;
        while (before >= 0 && text.charAt(before) <= ' ') {
            before--;
        }
        int after = end;
        while (after < text.length() && text.charAt(after) <= ' ') {
            after++;
        }
        return (before < 0 || !Letters.isLetterOrDigit(text.charAt(before)))
                && (after >= text.length() || !Letters.isLetterOrDigit(text.charAt(after)));
    }

    /** The first phrase at or after {@code from}, the longest one there, null if there is none. */
    @Nullable
    Found<T> find(String text, int from) {
        int i = Math.max(0, from);
        boolean inWord = i > 0 && i < text.length() && Letters.isLetterOrDigit(text.charAt(i - 1));
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Letters.isLetter(c)) {
                long letters = Letters.at(text, i);
                int end = Letters.end(text, i, letters);
                Found<T> found = inWord ? null : word(text, i, letters, end);
                if (found != null) {
                    return found;
                }
                inWord = true;
                i = end;
            } else if (c == ' ') {
                inWord = false;
                i++;
            } else {
                Found<T> found = mark(text, i);
                if (found != null) {
                    return found;
                }
                inWord = Letters.isLetterOrDigit(c);
                i++;
            }
        }
        return null;
    }

    /** The longest phrase that starts with this character, which is no letter of ASCII; null if none may start here. */
    @Nullable
    Found<T> mark(String text, int at) {
        return mayStart(text, at) ? longest(text, at, at, 0) : null;
    }

    /** Whether a phrase may stand in a text; what may begin in it is known. */
    boolean mayBeIn(Begun begun) {
        boolean may = false;
        for (int i = 0; i < begun.size() && !may; i++) {
            may = begun.has(i, table);
        }
        return may;
    }

    /** The first phrase of a text; what may begin in it is known. */
    @Nullable
    Found<T> first(Begun begun) {
        Found<T> found = null;
        for (int i = 0; i < begun.size() && found == null; i++) {
            found = begun.has(i, table) ? begun(begun.text(), begun.place(i)) : null;
        }
        return found;
    }

    /** All phrases of a text, left to right, none overlapping another; what may begin in it is known. */
    List<Found<T>> all(Begun begun) {
        List<Found<T>> all = List.of();
        int end = 0;
        for (int i = 0; i < begun.size(); i++) {
            boolean mayBegin = begun.has(i, table) && begun.place(i) >= end;
            Found<T> found = mayBegin ? begun(begun.text(), begun.place(i)) : null;
            if (found != null) {
                all = all.isEmpty() ? new ArrayList<>(2) : all;
                all.add(found);
                end = found.end();
            }
        }
        return all;
    }

    private @Nullable Found<T> begun(String text, int at) {
        return Letters.isLetter(text.charAt(at)) ? at(text, at) : mark(text, at);
    }

    /** All phrases, left to right, none overlapping another. */
    List<Found<T>> all(String text) {
        Found<T> next = find(text, 0);
        if (next == null) {
            return List.of();
        }
        List<Found<T>> all = new ArrayList<>(2);
        while (next != null) {
            all.add(next);
            next = find(text, next.end());
        }
        return all;
    }

    /** The meaning of a text that is one phrase and nothing else but marks around it, null if it is none. */
    @Nullable
    T whole(String text) {
        int from = 0;
        int end = text.length();
        while (from < end && !Letters.isLetterOrDigit(text.charAt(from)) && !isMark(text, from)) {
            from++;
        }
        while (end > from
                && !Letters.isLetterOrDigit(text.charAt(end - 1))
                && text.charAt(end - 1) < 0x2000
                && text.charAt(end - 1) != ']') {
            end--;
        }
        if (from >= end) {
            // Nothing but marks: "#" heads a column of numbers.
            return get(text.strip());
        }
        Found<T> found = at(text, from);
        return found != null && found.end() >= end ? found.value() : null;
    }

    private static boolean isMark(String text, int at) {
        return text.charAt(at) > 0x2000 || text.charAt(at) == '[' || text.charAt(at) == ':';
    }

    /** Whether a phrase may start here: at a word's start, at a mark, anywhere in a script without spaces. */
    private boolean mayStart(String text, int at) {
        char c = text.charAt(at);
        if (c < ASCII && first[c] == 0) {
            return false;
        }
        if (!Letters.isLetterOrDigit(c)) {
            return c > ' ' && !Character.isLowSurrogate(c);
        }
        return at == 0 || !Letters.isLetterOrDigit(text.charAt(at - 1)) || unspaced(c);
    }

    private static boolean endsWord(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        return !Letters.isLetterOrDigit(last) || !Letters.isLetterOrDigit(next) || unspaced(last) || unspaced(next);
    }

    /** Chinese, Japanese and Korean: words are written without spaces, or with endings joined on. */
    static boolean unspaced(char c) {
        return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    static int norm(String text, int i) {
        char c = text.charAt(i);
        if (c >= 'a' && c <= 'z') {
            return c;
        }
        if (c < ASCII) {
            if (c >= 'A' && c <= 'Z') {
                return c + 32;
            }
            if (c == '-' || c == '_') {
                return between(text, i) ? ' ' : c;
            }
            if (c <= ' ') {
                return i > 0 && text.charAt(i - 1) <= ' ' ? SKIP : ' ';
            }
            return c;
        }
        if (c == 0xFE0F || c == 0xFE0E || c == 0x200D || c == 0x200B) {
            return SKIP;
        }
        if (c == 0xA0) {
            return ' ';
        }
        return c == 0x2019 ? '\'' : Character.toLowerCase(c);
    }

    private static boolean between(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Letters.isLetterOrDigit(text.charAt(i - 1))
                && Letters.isLetterOrDigit(text.charAt(i + 1));
    }

    private boolean isFollowed(int node) {
        return (followed[node >> NODES_PER_WORD] >>> node & 1) != 0;
    }

    private int step(int node, char c) {
        long key = key(node, c);
        int slot = slot(key);
        while (edges[slot] != 0) {
            if (edges[slot] >>> NODE_BITS == key) {
                return (int) edges[slot] & (1 << NODE_BITS) - 1;
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return -1;
    }

    private int grow(int node, char c) {
        int next = step(node, c);
        if (next >= 0) {
            return next;
        }
        if (edgeCount * 2 >= edges.length) {
            rehash();
        }
        if (nodeCount == 1 << NODE_BITS) {
            throw new IllegalArgumentException("phrases of a table differ in more than 16 million places");
        }
        next = nodeCount++;
        if (nodeCount > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
            followed = Arrays.copyOf(followed, followed.length * 2);
        }
        followed[node >> NODES_PER_WORD] |= 1L << node;
        link(key(node, c), next);
        edgeCount++;
        if (node == 0 && c < ASCII) {
            first[c] = next;
        }
        return next;
    }

    private void link(long key, int target) {
        int slot = slot(key);
        while (edges[slot] != 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = key << NODE_BITS | target;
    }

    private void rehash() {
        long[] oldEdges = edges;
        edges = new long[oldEdges.length * 2];
        for (long edge : oldEdges) {
            if (edge != 0) {
                link(edge >>> NODE_BITS, (int) edge & (1 << NODE_BITS) - 1);
            }
        }
    }

    private static long key(int node, char c) {
        return ((long) node << 16) | c;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (edges.length - 1);
    }
}
