package dev.mitigauge.http;

/** Text that came with a request, made fit to be shown in an answer or a log: bounded, and without control characters. */
final class Quoted {

    static final int NAME_LENGTH = 200;
    private static final int VALUE_LENGTH = 60;

    private Quoted() {}

    /** The text in back-ticks. */
    static String of(String text) {
        return "`" + shorten(text, VALUE_LENGTH) + "`";
    }

    /** At most so many characters of the text, cut at a whole character; control characters become U+FFFD. */
    static String shorten(String text, int length) {
        int end = Math.min(text.length(), length);
        boolean cut = end < text.length();
        if (cut && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return cut ? shown.append('…').toString() : shown.toString();
    }
}
