package dev.mitigauge.ingest;

/**
 * A fingerprint as a key: its hash looks at some of its characters only, for most differ in many. Those whose hash is the same are told apart by
 * their order, so that no document can make it slow.
 */
record Print(String text) implements Comparable<Print> {

    private static final int LOOKS = 12;

    @Override
    public int hashCode() {
        int hash = text.length();
        int step = text.length() / LOOKS + 1;
        for (int i = text.length() - 1; i >= 0; i -= step) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }

    @Override
    public int compareTo(Print other) {
        return text.compareTo(other.text);
    }
}
