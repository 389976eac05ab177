package dev.mitigauge.ingest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of all tables in one character trie, so that a text is looked through once, in time linear in its length, without a regular
 * expression per word.
 *
 * <p>Upper and lower case are alike; a hyphen or underscore between letters or digits is a space; runs of white space are one space; emoji
 * variation selectors are skipped. A phrase matches at word boundaries, which scripts without spaces do not need.
 */
final class Phrases {

    private static final int START_SLOTS = 1 << 14;

    private long[] edges = new long[START_SLOTS];
    private int[] targets = new int[START_SLOTS];
    private int edgeCount;
    private @Nullable Meaning[] meanings = new Meaning[1 << 12];
    private int nodeCount = 1;

    /** The meaning of a phrase, made if the phrase is new. */
    Meaning put(String phrase) {
        int node = 0;
        String text = phrase.strip();
        for (int i = 0; i < text.length(); i++) {
            int c = norm(text, i);
            if (c >= 0) {
                node = grow(node, (char) c);
            }
        }
        Meaning meaning = meanings[node];
        if (meaning == null) {
            meaning = new Meaning();
            meanings[node] = meaning;
        }
        return meaning;
    }

    /** What a search is for: tells a match's end, or that it is not wanted. */
    @FunctionalInterface
    interface Sink {
        void found(int end, Meaning meaning);
    }

    /** Gives every phrase that starts at {@code from} and ends at a word's end, shortest first. */
    void at(String text, int from, Sink sink) {
        int node = 0;
        int length = text.length();
        for (int i = from; i < length; i++) {
            int c = norm(text, i);
            if (c < 0) {
                continue;
            }
            node = step(node, (char) c);
            if (node < 0) {
                return;
            }
            Meaning meaning = meanings[node];
            if (meaning != null && endsWord(text, i + 1)) {
                int end = i + 1;
                while (end < length && norm(text, end) == SKIP) {
                    end++;
                }
                sink.found(end, meaning);
            }
        }
    }

    /** Whether a phrase may start here: at a word's start, at a mark, anywhere in a script without spaces. */
    static boolean startsWord(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isLetterOrDigit(c)) {
            return !Character.isWhitespace(c) && !Character.isLowSurrogate(c);
        }
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || unspaced(c);
    }

    private static boolean endsWord(String text, int end) {
        char last = text.charAt(end - 1);
        return end >= text.length()
                || !Character.isLetterOrDigit(last)
                || !Character.isLetterOrDigit(text.charAt(end))
                || unspaced(last)
                || unspaced(text.charAt(end));
    }

    /** Chinese, Japanese and Korean: words are written without spaces, or with endings joined on. */
    static boolean unspaced(char c) {
        return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    private static final int SKIP = -1;

    private static int norm(String text, int i) {
        char c = text.charAt(i);
        if (c < 128) {
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
        if (c == 0x2019) {
            return '\'';
        }
        return Character.toLowerCase(c);
    }

    private static boolean between(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private int step(int node, char c) {
        long key = key(node, c);
        int slot = slot(key);
        while (edges[slot] != 0) {
            if (edges[slot] == key) {
                return targets[slot];
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
        next = nodeCount++;
        if (nodeCount > meanings.length) {
            meanings = Arrays.copyOf(meanings, meanings.length * 2);
        }
        link(key(node, c), next);
        edgeCount++;
        return next;
    }

    private void link(long key, int target) {
        int slot = slot(key);
        while (edges[slot] != 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = key;
        targets[slot] = target;
    }

    private void rehash() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[oldEdges.length * 2];
        targets = new int[oldEdges.length * 2];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldEdges[i] != 0) {
                link(oldEdges[i], oldTargets[i]);
            }
        }
    }

    /** Never 0, which marks an empty slot: no phrase holds the character 0. */
    private static long key(int node, char c) {
        return (long) node << 16 | c;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (edges.length - 1);
    }
}
