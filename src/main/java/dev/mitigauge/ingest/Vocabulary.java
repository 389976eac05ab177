package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.OwnerKind;
import dev.mitigauge.facts.ReviewBasis;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Severity;
import dev.mitigauge.facts.Tense;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The words that the reader knows, from the tables of a rule set: what they mean is edited there, not here. Immutable once built; any
 * number of threads may look up at once.
 */
public final class Vocabulary {

    /** Of the tables that every heading is looked through for. */
    private final Beginnings beginnings = new Beginnings();

    final Phrases<WrittenState> states = new Phrases<>();
    /** Words that say of a risk something else than of a task: an "active" risk is open. */
    final Phrases<WrittenState> riskStates = new Phrases<>();

    /** Words that affirm a question such as "blocks release?". */
    final Phrases<WrittenState> affirmed = new Phrases<>();

    final Phrases<Field> fields = new Phrases<>();
    /** Letters that head a column of ratings, where the other one of the two is there as well: "P | I". */
    final Phrases<Field> columns = new Phrases<>();

    /** Labels behind which a document says how it stands: "Verdict", "Decision". */
    final Phrases<Field> verdicts = new Phrases<>();

    /** What such a label may end with: "Go-live decision". */
    final Phrases<Field> decisions = new Phrases<>();

    /** What a label ends with behind which somebody signs: "Security sign-off". */
    final Phrases<Field> signatures = new Phrases<>();

    /** What heads the rows of a table that lists what there is: "Vendor". */
    final Phrases<Field> inventories = new Phrases<>();

    /** What heads the column of a table that tells what was changed: "Change". */
    final Phrases<Field> histories = new Phrases<>();

    /** Words between a day of review and what calls for one earlier: "or". */
    final Phrases<Field> joins = new Phrases<>();

    final Phrases<Severity> severities = new Phrases<>(beginnings);
    final Phrases<Meaning.Weight> weights = new Phrases<>(beginnings);
    /** What heads the rows of a table that hold a release: "Gate". */
    final Phrases<Meaning.Weight> gates = new Phrases<>();

    final Phrases<ClaimKind> claims = new Phrases<>(beginnings);
    /** Words in front of a claim that make it one of a time to come: "before it is production ready". */
    final Phrases<ClaimKind> unsure = new Phrases<>();
    /** What one who is asked to sign may answer: "rejected". */
    final Phrases<ClaimKind> answers = new Phrases<>();

    final Phrases<SectionRole> roles = new Phrases<>(beginnings);
    /** Words that tell in which state all is that stands under a heading, if the heading says nothing else: "Not ready". */
    final Phrases<SectionRole> stated = new Phrases<>();

    /** Words that tell what a heading is about if it begins with them, whatever it mentions besides: "How to …". */
    final Phrases<SectionRole> openings = new Phrases<>();

    /** Words that tell what a heading is about if it ends with them: "Risk acceptance policy" heads no risks. */
    final Phrases<SectionRole> endings = new Phrases<>();

    /** Words that name an entry where a number follows them in a heading: "Finding 3". */
    final Phrases<SectionRole> numbered = new Phrases<>();

    /** What the status of an entry says that makes it a risk wherever it stands: "risk accepted". */
    final Phrases<SectionRole> acceptances = new Phrases<>();

    /** Words that name a phase where a number follows them. */
    final Phrases<SectionRole> phases = new Phrases<>(beginnings);

    /** Words by which a checklist says that it is a form: "copy this". */
    final Phrases<SectionRole> forms = new Phrases<>();

    final Phrases<Tense> tenses = new Phrases<>();
    /** Verbs that ask for something when they stand at the start of a sentence: "Add", "Implement". */
    private final Phrases<Boolean> imperatives = new Phrases<>();

    final OwnerWords owners = new OwnerWords();
    final Phrases<ReviewBasis> reviews = new Phrases<>();
    final Phrases<String> environments = new Phrases<>(beginnings);
    final Phrases<Meaning.Assumed> assumptions = new Phrases<>();
    final Phrases<Set<String>> topics = new Phrases<>();

    private Vocabulary() {}

    /**
     * Makes a vocabulary of the reading tables.
     *
     * @param tables gives the rows of a table by name, each a map from column to cell
     * @throws IllegalArgumentException if a cell is no word of its column; the tables were checked when the rule set was loaded
     */
    public static Vocabulary of(Function<String, List<Map<String, String>>> tables) {
        Vocabulary words = new Vocabulary();
        fill(
                tables,
                "status-words",
                row -> put(
                        is(row, "risk") ? words.riskStates : is(row, "yes") ? words.affirmed : words.states,
                        row,
                        WrittenState.valueOf(cell(row, "state"))));
        fill(tables, "field-words", words::field);
        fill(tables, "severity-words", row -> put(words.severities, row, Severity.valueOf(cell(row, "severity"))));
        fill(tables, "tier-words", row -> put(is(row, "column") ? words.gates : words.weights, row, weight(row)));
        fill(tables, "claim-words", words::claim);
        fill(tables, "section-words", words::role);
        fill(tables, "tense-words", words::tense);
        fill(tables, "environment-words", row -> words.environments.put(word(row), cell(row, "environment")));
        fill(
                tables,
                "owner-words",
                row -> words.owners.put(word(row), OwnerKind.valueOf(cell(row, "kind")), is(row, "start")));
        fill(tables, "review-words", row -> words.reviews.put(word(row), ReviewBasis.valueOf(cell(row, "basis"))));
        fill(tables, "topics", words::topic);
        fill(
                tables,
                "assumptions",
                row -> words.assumptions.put(
                        cell(row, "phrase"), new Meaning.Assumed(cell(row, "key"), cell(row, "value"))));
        return words;
    }

    private interface Filling {
        void fill(Map<String, String> row);
    }

    private static void fill(Function<String, List<Map<String, String>>> tables, String table, Filling filling) {
        tables.apply(table).forEach(filling::fill);
    }

    /** A word whose language says "whole" counts only where no other word stands beside it. */
    private static <T> void put(Phrases<T> phrases, Map<String, String> row, T value) {
        if (is(row, "whole")) {
            phrases.putAlone(word(row), value);
        } else {
            phrases.put(word(row), value);
        }
    }

    private void claim(Map<String, String> row) {
        Phrases<ClaimKind> to = is(row, "before") ? unsure : is(row, "answer") ? answers : claims;
        to.put(word(row), ClaimKind.valueOf(cell(row, "claim")));
    }

    private void field(Map<String, String> row) {
        Phrases<Field> to =
                is(row, "column") ? columns : is(row, "verdict") ? verdicts : is(row, "join") ? joins : fields;
        (is(row, "decision") ? decisions : is(row, "signature") ? signatures : tableOr(to, row))
                .put(word(row), Field.valueOf(cell(row, "field")));
    }

    /** Words by which a table says that it is no list of items. */
    private Phrases<Field> tableOr(Phrases<Field> otherwise, Map<String, String> row) {
        return is(row, "inventory") ? inventories : is(row, "history") ? histories : otherwise;
    }

    private void role(Map<String, String> row) {
        Phrases<SectionRole> to =
                is(row, "start") ? openings : is(row, "end") ? endings : is(row, "numbered") ? numbered : roles;
        (is(row, "phase")
                        ? phases
                        : is(row, "status") ? acceptances : is(row, "all") ? stated : is(row, "form") ? forms : to)
                .put(word(row), SectionRole.valueOf(cell(row, "role")));
    }

    /** Whether the column of languages names this way to count a word. */
    private static boolean is(Map<String, String> row, String way) {
        String language = row.get("language");
        return language != null && (language.equals(way) || language.startsWith(way + " "));
    }

    private static Meaning.Weight weight(Map<String, String> row) {
        return new Meaning.Weight(Tier.valueOf(cell(row, "tier")), Boolean.parseBoolean(cell(row, "must")));
    }

    private void tense(Map<String, String> row) {
        if (is(row, "imperative")) {
            imperatives.put(word(row), Boolean.TRUE);
        } else {
            tenses.put(word(row), Tense.valueOf(cell(row, "tense")));
        }
    }

    private void topic(Map<String, String> row) {
        Set<String> known = topics.get(word(row));
        topics.put(word(row), joined(known == null ? Set.of() : known, Set.of(cell(row, "topic"))));
    }

    private static String word(Map<String, String> row) {
        return cell(row, "word");
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("column `" + column + "` is missing in " + row);
        }
        return cell.strip();
    }

    /** Where which of those tables may know something in a text: what {@link Phrases#first} and {@link Phrases#all(Begun)} ask for. */
    Begun begunIn(String text) {
        return beginnings.in(text);
    }

    /** Whether a sentence begins by telling somebody to do something: what is asked for is not in place. */
    boolean isImperative(String sentence) {
        int from = 0;
        while (from < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(from))) {
            from++;
        }
        return from < sentence.length() && imperatives.at(sentence, from) != null;
    }

    /** The topics that a text touches. */
    Set<String> topics(String text) {
        Set<String> all = Set.of();
        Phrases.Found<Set<String>> found = topics.find(text, 0);
        while (found != null) {
            all = joined(all, found.value());
            found = topics.find(text, found.end());
        }
        return all;
    }

    /** Both in one set that nobody can change: mostly one of them, as it is. */
    static Set<String> joined(Set<String> some, Set<String> more) {
        if (some.isEmpty() || some == more) {
            return more;
        }
        List<String> all = new ArrayList<>(some);
        for (String one : more) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
        return all.size() == some.size() ? some : Set.of(all.toArray(String[]::new));
    }
}
