package dev.mitigauge.ingest;

/**
 * The first words of phrases, as far as they are of letters of ASCII, each with a number other than 0: the place in the trie where it
 * ends, so that most words of a text are turned away by one look and the others need no step for each letter.
 */
final class FirstWords {

    private String[] words = new String[1 << 6];

    /** What the word of each slot looks like, 0 if the slot is empty. */
    private int[] looks = new int[1 << 6];

    private int[] values = new int[1 << 6];
    private int size;

    /** @param word in lower case; what was put with it before is forgotten */
    void put(String word, int value) {
        if (size * 4 >= words.length) {
            grow();
        }
        size += link(word, value) ? 1 : 0;
    }

    /** The number of the word that stands at {@code start}, 0 if no phrase begins with it. */
    int find(String text, int start, int end) {
        int look = look(text, start, end);
        int slot = slot(look);
        while (looks[slot] != 0) {
            if (looks[slot] == look && isAlike(words[slot], text, start)) {
                return values[slot];
            }
            slot = (slot + 1) & (looks.length - 1);
        }
        return 0;
    }

    /** What a word looks like at a glance, its length, its first two letters and its last: few need be spelled out. */
    private static int look(String text, int start, int end) {
        int first = letter(text, start);
        int second = letter(text, Math.min(start + 1, end - 1));
        return (((end - start) * 32 + first) * 32 + second) * 32 + letter(text, end - 1);
    }

    /** The place of a letter of either case in the alphabet. */
    private static int letter(String text, int at) {
        return text.charAt(at) & 31;
    }

    /** Whether a word of the same length is the same; letters of ASCII differ by one bit from their capitals. */
    private static boolean isAlike(String word, String text, int start) {
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(start + i) | ' ') != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word is new. */
    private boolean link(String word, int value) {
        int look = look(word, 0, word.length());
        int slot = slot(look);
        while (looks[slot] != 0 && !word.equals(words[slot])) {
            slot = (slot + 1) & (looks.length - 1);
        }
        boolean isNew = looks[slot] == 0;
        words[slot] = word;
        looks[slot] = look;
        values[slot] = value;
        return isNew;
    }

    private void grow() {
        String[] oldWords = words;
        int[] oldLooks = looks;
        int[] oldValues = values;
        words = new String[oldWords.length * 2];
        looks = new int[words.length];
        values = new int[words.length];
        for (int i = 0; i < oldWords.length; i++) {
            if (oldLooks[i] != 0) {
                link(oldWords[i], oldValues[i]);
            }
        }
    }

    private int slot(int look) {
        int mixed = look * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & (words.length - 1);
    }
}
