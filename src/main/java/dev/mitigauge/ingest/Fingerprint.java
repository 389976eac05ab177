package dev.mitigauge.ingest;

/** A text reduced to what two restatements of the same thing share: letters and digits in lower case, words apart by one space. */
final class Fingerprint {

    private static final int LONGEST = 160;

    private Fingerprint() {}

    static String of(String text) {
        int length = Math.min(text.length(), LONGEST);
        char[] key = new char[length];
        int size = 0;
        for (int i = 0; i < text.length() && size < length; i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                key[size++] = c;
            } else if (c >= 'A' && c <= 'Z') {
                key[size++] = (char) (c + 32);
            } else if (c >= 128 && Character.isLetterOrDigit(c)) {
                key[size++] = Character.toLowerCase(c);
            } else if (size > 0 && key[size - 1] != ' ') {
                key[size++] = ' ';
            }
        }
        return new String(key, 0, size > 0 && key[size - 1] == ' ' ? size - 1 : size);
    }

    /** Whether a fingerprint is long enough to tell things apart: "push notifications" under two headings are two things. */
    static boolean isTelling(String fingerprint) {
        int words = 1;
        boolean unspaced = false;
        for (int i = 0; i < fingerprint.length(); i++) {
            words += fingerprint.charAt(i) == ' ' ? 1 : 0;
            unspaced |= Phrases.unspaced(fingerprint.charAt(i));
        }
        return words >= 4 || (unspaced && fingerprint.length() >= 8);
    }
}
