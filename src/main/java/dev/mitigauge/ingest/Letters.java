package dev.mitigauge.ingest;

/**
 * Letters of ASCII that stand together, as a number of five bits a letter, whatever their case: one walk along a word tells where it ends and
 * which word it is. Only words of more letters than the number holds need be spelled out.
 */
final class Letters {

    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;
    private static final int MOST = 12;

    private static final boolean[] ASCII = new boolean[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c);
        }
    }

    private Letters() {}

    /** The number of the letters that begin here, 0 if there are none, negative if there are more than it holds. */
    static long at(String text, int from) {
        int length = text.length();
        int end = from;
        long letters = 0;
        while (end < length && isLetter(text.charAt(end))) {
            letters = joined(letters, text.charAt(end));
            end++;
        }
        return counted(letters, end - from);
    }

    /** The number with one more letter. */
    static long joined(long letters, char letter) {
        return letters << BITS | (letter & LETTER);
    }

    /** The number of so many letters that were joined. */
    static long counted(long joined, int letters) {
        return letters <= MOST ? joined : joined | Long.MIN_VALUE;
    }

    /** Where the letters of this number end that begin here. */
    static int end(String text, int from, long letters) {
        int end = from + (Long.SIZE - Long.numberOfLeadingZeros(letters) + BITS - 1) / BITS;
        while (letters < 0 && end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether this is a letter of ASCII, of either case. */
    static boolean isLetter(char c) {
        int lower = c | ' ';
        return lower >= 'a' && lower <= 'z';
    }

    /** What {@link Character#isLetterOrDigit(char)} says, by one look for ASCII. */
    static boolean isLetterOrDigit(char c) {
        return c < ASCII.length ? ASCII[c] : Character.isLetterOrDigit(c);
    }

    /** Whether the text has this word here, in either case. */
    static boolean isAt(String text, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(from + i) | ' ') != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
