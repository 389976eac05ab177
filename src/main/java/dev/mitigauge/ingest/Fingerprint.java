package dev.mitigauge.ingest;

import java.nio.charset.StandardCharsets;

/** A text reduced to what two restatements of the same thing share: letters and digits in lower case, words apart by one space. */
final class Fingerprint {

    private static final int LONGEST = 160;
    private static final int TELLING_WORDS = 4;
    private static final int TELLING_LENGTH = 8;

    /** What becomes of each character: letters in lower case, digits as they are, all others a space. */
    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
        }
    }

    private Fingerprint() {}

    static String of(String text) {
        byte[] key = text.getBytes(StandardCharsets.UTF_8);
        if (key.length != text.length()) {
            return beyondAscii(text);
        }
        int size = 0;
        byte before = ' ';
        // What is kept moves to the front of the same array.
        for (int i = 0; i < key.length && size < LONGEST; i++) {
            byte kept = ASCII[key[i]];
            key[size] = kept;
            size += kept != ' ' || before != ' ' ? 1 : 0;
            before = kept;
        }
        return cut(key, size);
    }

    /** What becomes of a character of ASCII. */
    static byte kept(byte c) {
        return ASCII[c];
    }

    /** The fingerprint of so many characters that were kept. */
    static String cut(byte[] kept, int size) {
        int end = Math.min(size, LONGEST);
        return new String(kept, 0, end > 0 && kept[end - 1] == ' ' ? end - 1 : end, StandardCharsets.ISO_8859_1);
    }

    private static String beyondAscii(String text) {
        int length = Math.min(text.length(), LONGEST);
        char[] key = new char[length];
        int size = 0;
        for (int i = 0; i < text.length() && size < length; i++) {
            char c = text.charAt(i);
            char kept = c < ASCII.length ? (char) ASCII[c] : beyondAscii(c);
            if (kept != ' ') {
                key[size++] = kept;
            } else if (size > 0 && key[size - 1] != ' ') {
                key[size++] = ' ';
            }
        }
        return new String(key, 0, size > 0 && key[size - 1] == ' ' ? size - 1 : size);
    }

    private static char beyondAscii(char c) {
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ';
    }

    /** Whether a fingerprint is long enough to tell things apart: "push notifications" under two headings are two things. */
    static boolean isTelling(String fingerprint) {
        int space = -1;
        for (int words = 1; words < TELLING_WORDS; words++) {
            space = fingerprint.indexOf(' ', space + 1);
            if (space < 0) {
                return fingerprint.length() >= TELLING_LENGTH && isUnspaced(fingerprint);
            }
        }
        return true;
    }

    private static boolean isUnspaced(String fingerprint) {
        for (int i = 0; i < fingerprint.length(); i++) {
            if (Phrases.unspaced(fingerprint.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
