package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words that the reader knows, from the tables of a rule set: what they mean is edited there, not here. Immutable once built; any
 * number of threads may look up at once.
 */
public final class Vocabulary {

    /** Tables that a vocabulary is made of; a rule set must have each. */
    public static final List<String> TABLES = List.of(
            "status-words",
            "field-words",
            "severity-words",
            "tier-words",
            "claim-words",
            "section-words",
            "tense-words",
            "environment-words",
            "topics",
            "assumptions");

    private final Phrases phrases = new Phrases();

    private Vocabulary() {}

    /**
     * Makes a vocabulary of the reading tables.
     *
     * @param tables gives the rows of a table by name, each a map from column to cell
     * @throws IllegalArgumentException if a cell is no word of its column; the tables were checked when the rule set was loaded
     */
    public static Vocabulary of(Function<String, List<Map<String, String>>> tables) {
        Vocabulary words = new Vocabulary();
        words.fill(tables.apply("status-words"), (row, to) -> to.state = WrittenState.valueOf(cell(row, "state")));
        words.fill(tables.apply("field-words"), (row, to) -> to.field = Field.valueOf(cell(row, "field")));
        words.fill(tables.apply("severity-words"), (row, to) -> to.severity = Severity.valueOf(cell(row, "severity")));
        words.fill(
                tables.apply("tier-words"),
                (row, to) -> to.weight =
                        new Meaning.Weight(Tier.valueOf(cell(row, "tier")), Boolean.parseBoolean(cell(row, "must"))));
        words.fill(tables.apply("claim-words"), (row, to) -> to.claim = ClaimKind.valueOf(cell(row, "claim")));
        words.fill(tables.apply("section-words"), (row, to) -> to.role = SectionRole.valueOf(cell(row, "role")));
        words.fill(tables.apply("tense-words"), (row, to) -> {
            if ("imperative".equals(row.get("language"))) {
                to.imperative = true;
            } else {
                to.tense = Tense.valueOf(cell(row, "tense"));
            }
        });
        words.fill(tables.apply("environment-words"), (row, to) -> to.environment = cell(row, "environment"));
        for (Map<String, String> row : tables.apply("topics")) {
            words.phrases.put(cell(row, "word")).topics.add(cell(row, "topic"));
        }
        for (Map<String, String> row : tables.apply("assumptions")) {
            words.phrases.put(cell(row, "phrase")).assumed = new Meaning.Assumed(cell(row, "key"), cell(row, "value"));
        }
        return words;
    }

    private interface Filling {
        void fill(Map<String, String> row, Meaning meaning);
    }

    private void fill(List<Map<String, String>> rows, Filling filling) {
        for (Map<String, String> row : rows) {
            Meaning meaning = phrases.put(cell(row, "word"));
            filling.fill(row, meaning);
            String language = row.get("language");
            if (language != null && language.length() == 2) {
                meaning.language = language;
            }
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("column `" + column + "` is missing in " + row);
        }
        return cell.strip();
    }

    /** A phrase of the wanted sort, at {@code start} up to {@code end} of the text. */
    record Found<T>(T value, int start, int end, @Nullable String language) {

        /** How many characters it takes. */
        int length() {
            return end - start;
        }
    }

    /** The longest phrase of the wanted sort that starts exactly here, null if there is none. */
    <T> @Nullable Found<T> at(String text, int from, Function<Meaning, @Nullable T> sort) {
        Longest<T> longest = new Longest<>(from, sort);
        phrases.at(text, from, longest);
        return longest.best;
    }

    /** The first phrase of the wanted sort at or after {@code from}, the longest one there, null if there is none. */
    <T> @Nullable Found<T> find(String text, int from, Function<Meaning, @Nullable T> sort) {
        for (int i = Math.max(0, from); i < text.length(); i++) {
            if (Phrases.startsWord(text, i)) {
                Found<T> found = at(text, i, sort);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** All phrases of the wanted sort, left to right, none overlapping another. */
    <T> List<Found<T>> all(String text, Function<Meaning, @Nullable T> sort) {
        List<Found<T>> all = new ArrayList<>();
        Found<T> next = find(text, 0, sort);
        while (next != null) {
            all.add(next);
            next = find(text, next.end(), sort);
        }
        return all;
    }

    /** The meaning of a text that is one phrase and nothing else but marks around it, null if it is none. */
    <T> @Nullable T whole(String text, Function<Meaning, @Nullable T> sort) {
        int from = 0;
        int end = text.length();
        while (from < end && !Character.isLetterOrDigit(text.charAt(from)) && !isMark(text, from)) {
            from++;
        }
        while (end > from
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && text.charAt(end - 1) < 0x2000
                && text.charAt(end - 1) != ']') {
            end--;
        }
        Found<T> found = from < end ? at(text, from, sort) : null;
        return found != null && found.end() >= end ? found.value() : null;
    }

    /** Whether a sentence begins by telling somebody to do something: what is asked for is not in place. */
    boolean isImperative(String sentence) {
        int from = 0;
        while (from < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(from))) {
            from++;
        }
        return from < sentence.length()
                && at(sentence, from, meaning -> meaning.imperative ? Boolean.TRUE : null) != null;
    }

    private static boolean isMark(String text, int at) {
        return text.charAt(at) > 0x2000 || text.charAt(at) == '[' || text.charAt(at) == ':';
    }

    /** The topics that a text touches. */
    Set<String> topics(String text) {
        Set<String> topics = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (Phrases.startsWord(text, i)) {
                phrases.at(text, i, (end, meaning) -> topics.addAll(meaning.topics));
            }
        }
        return topics.isEmpty() ? Set.of() : new HashSet<>(topics);
    }

    private static final class Longest<T> implements Phrases.Sink {
        private final int start;
        private final Function<Meaning, @Nullable T> sort;

        @Nullable
        Found<T> best;

        Longest(int start, Function<Meaning, @Nullable T> sort) {
            this.start = start;
            this.sort = sort;
        }

        @Override
        public void found(int end, Meaning meaning) {
            T value = sort.apply(meaning);
            if (value != null) {
                best = new Found<>(value, start, end, meaning.language);
            }
        }
    }
}
