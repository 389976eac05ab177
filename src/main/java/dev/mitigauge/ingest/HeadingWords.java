package dev.mitigauge.ingest;

/**
 * The words of a heading.
 *
 * @param name what it is called: the words without number, marks and parentheses
 * @param begun where which tables may know something in the words
 */
record HeadingWords(Plain plain, String name, Begun begun) {

    static HeadingWords of(Plain plain, Vocabulary words) {
        String text = plain.text();
        return new HeadingWords(plain, HeadingReader.name(text), words.begunIn(text));
    }

    String text() {
        return plain.text();
    }
}
