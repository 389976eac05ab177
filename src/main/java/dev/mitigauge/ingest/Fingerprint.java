package dev.mitigauge.ingest;

/** A text reduced to what two restatements of the same thing share: letters and digits in lower case, words apart by one space. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String text) {
        StringBuilder key = new StringBuilder(Math.min(text.length(), 160));
        for (int i = 0; i < text.length() && key.length() < 160; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return key.toString().strip();
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
