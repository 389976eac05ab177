package dev.mitigauge.ingest;

/**
 * The first words of phrases, as far as they are of letters of ASCII, each with a number other than 0: the place in the trie where it
 * ends, so that most words of a text are turned away by one look and the others need no step for each letter.
 */
final class FirstWords {

    private static final int KEYS_PER_BITS = 16;

    /** The letters of the word of each slot, 0 if the slot is empty. */
    private long[] keys = new long[1 << 6];

    /** A bit for each key, many bits to a key: turns most words away and is small enough to stay near the processor. */
    private long[] bits = new long[keys.length / KEYS_PER_BITS];

    private String[] words = new String[1 << 6];
    private int[] values = new int[1 << 6];
    private int size;

    /** @param word in lower case; what was put with it before is forgotten */
    void put(String word, int value) {
        if (size * 3 >= keys.length) {
            grow();
        }
        size += link(word, value) ? 1 : 0;
    }

    /** The number of the word of these letters that stands at {@code start}, 0 if no phrase begins with it. */
    int find(String text, int start, long letters) {
        long mixed = mixed(letters);
        if ((bits[bitsOf(mixed)] >>> mixed & 1) == 0) {
            return 0;
        }
        int slot = slot(mixed);
        while (keys[slot] != 0) {
            if (keys[slot] == letters && (letters > 0 || isAt(text, start, letters, words[slot]))) {
                return values[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return 0;
    }

    private static boolean isAt(String text, int start, long letters, String word) {
        return Letters.end(text, start, letters) - start == word.length() && Letters.isAt(text, start, word);
    }

    /** Whether the word is new. */
    private boolean link(String word, int value) {
        long letters = Letters.at(word, 0);
        long mixed = mixed(letters);
        int slot = slot(mixed);
        bits[bitsOf(mixed)] |= 1L << mixed;
        while (keys[slot] != 0 && !word.equals(words[slot])) {
            slot = (slot + 1) & (keys.length - 1);
        }
        boolean isNew = keys[slot] == 0;
        words[slot] = word;
        keys[slot] = letters;
        values[slot] = value;
        return isNew;
    }

    private void grow() {
        long[] oldKeys = keys;
        String[] oldWords = words;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        bits = new long[keys.length / KEYS_PER_BITS];
        words = new String[keys.length];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                link(oldWords[i], oldValues[i]);
            }
        }
    }

    private int slot(long mixed) {
        return (int) (mixed >>> 8) & (keys.length - 1);
    }

    private int bitsOf(long mixed) {
        return (int) (mixed >>> 40) & (bits.length - 1);
    }

    /** All bits of the letters in the upper half, mixed into the lower half. */
    private static long mixed(long letters) {
        long mixed = letters * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }
}
