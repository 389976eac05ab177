package dev.mitigauge.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a text gathers: its fingerprint, the topics that it touches and where the first thing may stand that it names. A text with
 * characters beyond ASCII is gone over for each of the three.
 */
final class Gist {

    private final String text;
    private final Vocabulary words;

    /** The characters; what the fingerprint keeps of those behind us moves to the front of the same array. */
    private final byte[] key;

    private int size;
    private int telling;
    private Set<String> topics = Set.of();

    /** Where the last phrase ends that tells a topic: no other begins in front of that. */
    private int told;

    private Gist(String text, Vocabulary words) {
        this.text = text;
        this.words = words;
        this.key = text.getBytes(StandardCharsets.UTF_8);
        this.telling = text.length();
    }

    static Gist of(String text, Vocabulary words) {
        Gist gist = new Gist(text, words);
        if (gist.key.length == text.length()) {
            gist.read();
        } else {
            gist.topics = words.topics(text);
            gist.telling = 0;
        }
        return gist;
    }

    /** The same as {@link Fingerprint#of}. */
    String fingerprint() {
        return key.length == text.length() ? Fingerprint.cut(key, size) : Fingerprint.of(text);
    }

    Set<String> topics() {
        return topics;
    }

    /** Nothing that the text names has all of its characters in front of this place, and what stands around it may begin there. */
    int telling() {
        return telling;
    }

    private void read() {
        int at = 0;
        while (at < key.length) {
            at = Letters.isLetter((char) key[at]) ? word(at) : mark(at);
        }
    }

    private int word(int start) {
        boolean apart = start >= told && (size == 0 || key[size - 1] == ' ');
        long letters = 0;
        int end = start;
        int kept = size;
        while (end < key.length && Letters.isLetter((char) key[end])) {
            letters = Letters.joined(letters, (char) key[end]);
            key[kept++] = (byte) (key[end++] | ' ');
        }
        size = kept;
        if (apart) {
            touch(words.topics.word(text, start, Letters.counted(letters, end - start), end));
        }
        return behindSpace(end);
    }

    /** Mostly a space follows a word, and another word the space: nothing need be decided there. */
    private int behindSpace(int end) {
        if (end == key.length || key[end] != ' ') {
            return end;
        }
        key[size++] = ' ';
        return end + 1;
    }

    private int mark(int at) {
        char c = (char) key[at];
        keep(Fingerprint.kept(key[at]));
        if (c != ' ') {
            telling = Ids.isTelling(c) ? Math.min(telling, at) : telling;
            touch(at < told ? null : words.topics.mark(text, at));
        }
        return at + 1;
    }

    private void keep(byte kept) {
        if (kept != ' ' || (size > 0 && key[size - 1] != ' ')) {
            key[size++] = kept;
        }
    }

    private void touch(Phrases.@Nullable Found<Set<String>> found) {
        if (found != null) {
            topics = Vocabulary.joined(topics, found.value());
            told = found.end();
        }
    }
}
