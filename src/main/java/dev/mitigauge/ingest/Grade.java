package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Severity;
import org.jspecify.annotations.Nullable;

/** A severity that an entry gives itself in its own words: {@code High. Text}, {@code CRITICAL: text}, {@code Medium risk, text}. */
final class Grade {

    private static final String MARKS = ".,;:)]—–|";

    private Grade() {}

    /** The severity at the start of these words, null if they start with none, or with one that goes on: "important when moved". */
    static Phrases.@Nullable Found<Severity> in(String text, Vocabulary words) {
        Phrases.Found<Severity> found = text.isEmpty() ? null : words.severities.at(text, 0);
        boolean rated = found != null && found.value() != Severity.UNRATED && isApart(text, found.end(), words);
        return rated ? found : null;
    }

    /** The severity with which a title begins and a colon or dash behind it, null if there is none. */
    static Phrases.@Nullable Found<Severity> before(String title, Vocabulary words) {
        Phrases.Found<Severity> found = in(title, words);
        return found == null || nameAt(title, found.end()) < 0 ? null : found;
    }

    /** Where the words behind the colon or dash begin, -1 if there are none. */
    static int nameAt(String title, int from) {
        int at = skip(title, from);
        boolean mark = at < title.length() && ":—–-".indexOf(title.charAt(at)) >= 0;
        int name = mark ? skip(title, at + 1) : -1;
        return name > 0 && name < title.length() && (title.charAt(at) != '-' || at > from) ? name : -1;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean isApart(String text, int end, Vocabulary words) {
        int next = skip(text, end);
        if (next == text.length() || MARKS.indexOf(text.charAt(next)) >= 0 || text.charAt(next) == '(') {
            return true;
        }
        Phrases.Found<Field> noun = words.fields.at(text, next);
        boolean rating = noun != null
                && (noun.value() == Field.SEVERITY || noun.value() == Field.RISK || noun.value() == Field.IMPACT);
        return rating || text.startsWith("- ", next) || !Character.isLetterOrDigit(text.charAt(next));
    }
}
