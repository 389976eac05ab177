package dev.mitigauge.http;

import dev.mitigauge.assessment.Asked;
import dev.mitigauge.assessment.AssessmentRequest;
import dev.mitigauge.assessment.account.Score;
import dev.mitigauge.assessment.kept.ProjectName;
import dev.mitigauge.facts.Waiver;
import dev.mitigauge.ingest.Input;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what a body says, whatever its format, and all that is wrong with it. Used by one thread for one request. */
final class RequestDraft {

    /** Who asks, as metrics and the answer name it. */
    static final String ORIGIN = "http";

    static final String DEPLOYMENT_PREFIX = "deployment.";

    /** Each costs one more run of the rules. */
    private static final int MOST_NEXT_ACTIONS = 99;

    private static final int MOST_FAULTS = 20;
    private static final int MOST_DEPLOYMENT_VALUES = 100;
    private static final int NAME_CHARACTERS = 255;
    private static final int WORD_CHARACTERS = 100;
    private static final int MOST_WAIVERS = 1_000;
    private static final int DATE_CHARACTERS = 10;
    private static final int MOST_CHANGES = 1_000;
    private static final int CHANGE_CHARACTERS = 600;

    private final List<Input> documents = new ArrayList<>();
    private final SortedMap<String, String> deployment = new TreeMap<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final Set<String> waiverIds = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Score> why = EnumSet.noneOf(Score.class);
    private final List<String> changes = new ArrayList<>();
    private boolean path;
    private boolean worsens;
    private @Nullable LocalDate asOf;
    private @Nullable String profile;
    private @Nullable String project;
    private @Nullable Integer nextActions;
    private @Nullable String checkout;

    /** Notes a fault; of very many only the first count, so that an answer stays readable. */
    void fault(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    void document(String field, String name, byte[] content) {
        if (name.isBlank() || name.length() > NAME_CHARACTERS || name.chars().anyMatch(Character::isISOControl)) {
            fault(Fault.inField(
                    field,
                    Quoted.of(name) + " is no name for a document",
                    "use 1 to " + NAME_CHARACTERS + " characters without control characters"));
        } else {
            documents.add(new Input(name, content));
        }
    }

    /** A value of the deployment; its key may come with or without the prefix. */
    void deployment(String field, String key, String value) {
        String full = key.startsWith(DEPLOYMENT_PREFIX) ? key : DEPLOYMENT_PREFIX + key;
        if (!word(full.substring(DEPLOYMENT_PREFIX.length()))) {
            fault(Fault.inField(
                    field,
                    Quoted.of(key) + " is no name for a deployment value",
                    "use 1 to " + WORD_CHARACTERS + " letters, digits, dots, dashes and underscores"));
        } else if (value.length() > NAME_CHARACTERS) {
            fault(Fault.inField(
                    field,
                    "the value has " + value.length() + " characters",
                    "use at most " + NAME_CHARACTERS + " characters"));
        } else if (deployment.size() == MOST_DEPLOYMENT_VALUES) {
            fault(Fault.inField(
                    field,
                    "there are more than " + MOST_DEPLOYMENT_VALUES + " deployment values",
                    "send those that a document relies on"));
        } else if (deployment.putIfAbsent(full, value) != null) {
            fault(Fault.inField(field, "`" + full + "` is given twice", "leave one of the two out"));
        }
    }

    void asOf(String field, String text) {
        asOf = date(field, text);
    }

    void profile(String field, String text) {
        if (word(text)) {
            profile = text;
        } else {
            fault(Fault.inField(
                    field, Quoted.of(text) + " is no name of a profile", "use a name such as `production`"));
        }
    }

    void project(String field, String text) {
        if (ProjectName.fits(text)) {
            project = text;
        } else {
            fault(Fault.inField(field, Quoted.of(text) + " is no name of a project", "use " + ProjectName.WORDS));
        }
    }

    void nextActions(String field, String text) {
        boolean number = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            nextActions = Integer.valueOf(text);
        } else {
            fault(Fault.inField(
                    field,
                    Quoted.of(text) + " is no number of next actions",
                    "use a whole number from 0 to " + MOST_NEXT_ACTIONS));
        }
    }

    /** Something else that the answer shall hold. */
    void more(String field, String text) {
        switch (field) {
            case "checkout" -> checkout = word(field, text);
            case "path" -> path = flag(field, text);
            case "worsens" -> worsens = flag(field, text);
            case "why" -> HeaderValue.split(text, ',').forEach(word -> score(field, word.strip()));
            default -> throw new IllegalStateException("no reader for the known field " + field);
        }
    }

    private String word(String field, String text) {
        if (!word(text)) {
            fault(Fault.inField(
                    field, Quoted.of(text) + " is no name of a checkout", "use a name that checkouts.allowed gives"));
        }
        return text;
    }

    private boolean flag(String field, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            fault(Fault.inField(field, Quoted.of(text) + " is neither true nor false", "use `true` or `false`"));
        }
        return text.equals("true");
    }

    private void score(String field, String word) {
        Score.of(word)
                .ifPresentOrElse(
                        why::add,
                        () -> fault(Fault.inField(
                                field, "unknown score " + Quoted.of(word), Nearest.remedy(word, Score.words()))));
    }

    /** Something that should be different. */
    void change(String field, String text) {
        bounded(field, text, CHANGE_CHARACTERS);
        if (changes.size() == MOST_CHANGES) {
            fault(Fault.inField(
                    field, "there are more than " + MOST_CHANGES + " changes", "send those of the next steps"));
        } else {
            changes.add(text);
        }
    }

    /** Without a change nothing would be different. */
    void requireChanges() {
        if (changes.isEmpty() && faults.isEmpty()) {
            fault(Fault.inField(
                    "changes", "there is no change", "send at least one, such as `done:ID`, or ask for an assessment"));
        }
    }

    /** How many waivers there are so far. */
    int waivers() {
        return waivers.size();
    }

    void waiver(String field, Waiver waiver) {
        bounded(field + ".id", waiver.id(), NAME_CHARACTERS);
        if (waivers.size() == MOST_WAIVERS) {
            fault(Fault.inField(
                    field, "there are more than " + MOST_WAIVERS + " waivers", "send those that still count"));
        } else if (!waiverIds.add(waiver.id())) {
            fault(Fault.inField(
                    field + ".id",
                    "the waiver " + Quoted.of(waiver.id()) + " is given twice",
                    "give each waiver its own id"));
        } else {
            waivers.add(waiver);
        }
    }

    /** Notes a fault if the text is blank or too long. */
    void bounded(String field, @Nullable String text, int most) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            fault(Fault.inField(
                    field,
                    text.isBlank() ? "is blank" : "has " + text.length() + " characters",
                    "use 1 to " + most + " characters"));
        }
    }

    /** The day that the text names; null, with a fault noted, if it names none. */
    @Nullable
    LocalDate date(String field, String text) {
        try {
            if (text.length() == DATE_CHARACTERS) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // told below, together with texts of another length
        }
        fault(Fault.inField(
                field, Quoted.of(text) + " is no date", "write it as year-month-day, such as `2026-03-31`"));
        return null;
    }

    /** The documents so far, taken out: what comes is another project's. */
    List<Input> takeDocuments() {
        List<Input> taken = List.copyOf(documents);
        documents.clear();
        return taken;
    }

    /** The request, or all that is wrong with it. */
    Decoded finish() {
        if (documents.isEmpty() && faults.isEmpty()) {
            fault(Fault.inField("documents", "there is no document", "send at least one document"));
        }
        return faults.isEmpty() ? new Decoded.Understood(request(documents)) : new Decoded.Invalid(faults);
    }

    /** A request for these documents in the context that was given. */
    AssessmentRequest request(List<Input> about) {
        return new AssessmentRequest(
                about,
                deployment,
                asOf,
                profile,
                waivers,
                project,
                ORIGIN,
                nextActions,
                new Asked(path, worsens, why, changes),
                checkout);
    }

    /** All that is wrong so far. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private static boolean word(String text) {
        return !text.isEmpty()
                && text.length() <= WORD_CHARACTERS
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }
}
