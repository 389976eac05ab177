package dev.mitigauge.ingest;

/**
 * How the phrases of all tables begin: tells by one look at each word of a text which tables may know something there, so that the others need
 * not look. Filled with the tables, then left alone.
 */
final class Beginnings {

    private static final int LAST_BITS = 1023;
    private static final int ALL = -1;

    private final FirstWords words = new FirstWords();

    /** Tables by the first character of their phrases, or rather by its last bits: who shares them costs a look in vain and no more. */
    private final int[] characters = new int[LAST_BITS + 1];

    private int tables;

    /** The bit that stands for one more table. */
    int table() {
        return 1 << tables++;
    }

    /** @param word the letters of ASCII, in lower case, that the phrase begins with, empty if it begins otherwise */
    void add(int table, char first, String word) {
        characters[first & LAST_BITS] |= table;
        if (!word.isEmpty()) {
            words.put(word, words.find(word, 0, Letters.at(word, 0)) | table);
        }
    }

    /** Where which tables may have a phrase in a text. */
    Begun in(String text) {
        Begun begun = new Begun(text);
        int i = 0;
        while (i < text.length()) {
            long letters = Letters.at(text, i);
            int end = Letters.end(text, i, letters);
            if (end == i) {
                begun.add(i, text.charAt(i) == ' ' ? 0 : character(Phrases.norm(text, i)));
            } else if (i == 0 || !Letters.isLetterOrDigit(text.charAt(i - 1))) {
                begun.add(i, word(text, i, letters, end));
            }
            i = Math.max(end, i + 1);
        }
        return begun;
    }

    /** What is skipped may stand in front of any phrase. */
    private int character(int norm) {
        return norm < 0 ? ALL : characters[norm & LAST_BITS];
    }

    /** A letter beyond ASCII may go on with the word. */
    private int word(String text, int start, long letters, int end) {
        boolean whole = end == text.length() || text.charAt(end) < Phrases.ASCII;
        return whole ? words.find(text, start, letters) : characters[Phrases.norm(text, start)];
    }
}
