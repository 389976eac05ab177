package dev.mitigauge.ingest;

import dev.mitigauge.facts.Fact;
import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.Proof;
import dev.mitigauge.facts.Reference;
import dev.mitigauge.facts.ReferenceKind;
import dev.mitigauge.facts.Subtask;
import dev.mitigauge.facts.Task;
import dev.mitigauge.facts.TaskState;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task while its lines are being read. */
final class TaskDraft {

    private static final int MOST_FILES = 10;

    final Lead lead;
    final Title title;
    final Scope scope;
    final int line;
    private final WrittenState state;
    private Map<Field, String> fields = Map.of();
    /** What sets it apart from another item that is called the same, empty if nothing need do so. */
    String apart = "";

    /** Most tasks have none. */
    private @Nullable StringBuilder notes;

    private int endLine;

    /** The task that it stands below, null if it stands below none. */
    @Nullable
    TaskDraft parent;

    /** Its id, once it has facts. */
    private @Nullable String id;

    TaskDraft(Lead lead, WrittenState state, Scope scope, int line, int endLine) {
        this.lead = lead;
        this.title = Title.of(lead.text());
        this.state = state;
        this.scope = scope;
        this.line = line;
        this.endLine = endLine;
    }

    void add(@Nullable Field field, String raw, int at) {
        endLine = Math.max(endLine, at);
        if (field != null) {
            // Most tasks have no labels at all.
            fields = fields.isEmpty() ? new EnumMap<>(Field.class) : fields;
            fields.putIfAbsent(field, Plain.of(raw).text());
        } else {
            StringBuilder said = notes == null ? new StringBuilder() : notes;
            notes = said.append(said.length() == 0 ? "" : " ")
                    .append(Plain.of(raw).text());
        }
    }

    /** The task and the references that it makes. */
    void facts(Sheet sheet, Vocabulary words, String id, List<Fact> facts) {
        String text = lead.text();
        int separator = Dash.first(text);
        String note = separator < 0 ? null : text.substring(separator).strip();
        String added = notes == null ? "" : notes.toString();
        String about = added.isEmpty() ? text : text + " " + added;
        Gist gist = Gist.of(about, words);
        List<Ids.Named> named = Ids.all(about, lead.plain().links(), gist.telling());
        WrittenState written = written(words);
        boolean accepted = written == WrittenState.ACCEPTED
                || (!lead.box() && state == WrittenState.ACCEPTED)
                || lead.trailing() == WrittenState.ACCEPTED
                || (lead.trailing() == WrittenState.NOT_APPLICABLE && note != null)
                || (written == WrittenState.NOT_APPLICABLE && hasReason(note, words));
        TaskState taskState = taskState(written);
        Phrases.Found<Meaning.Weight> own = ownWeight(text, words);
        own = own == null ? priority(words) : own;
        Tier tier = own == null ? scope.tier() : own.value().tier();
        boolean blocking =
                fields.containsKey(Field.BLOCKING) && Status.isYes(fields.getOrDefault(Field.BLOCKING, ""), words);
        Proof proof = taskState == TaskState.DONE ? proof(named, note, added) : Proof.STATED;
        Task task = new Task(
                id,
                sheet.name(),
                scope.sectionId(),
                text,
                taskState,
                scope.tier() == Tier.ARCHIVE ? Tier.ARCHIVE : tier,
                blocking || isMust(own),
                proof,
                accepted,
                note,
                gist.topics(),
                files(named),
                scope.environment(),
                NamedOwner.of(fields.get(Field.OWNER), words).name(),
                fields.get(Field.EFFORT),
                fingerprint(added.isEmpty() ? gist.fingerprint() : Fingerprint.of(text), named),
                null,
                sheet.source(line, endLine));
        facts.add(task);
        this.id = id;
        if (parent != null && parent.id != null) {
            facts.add(new Subtask(id, parent.id, task.source()));
        }
        for (int i = 0; i < named.size(); i++) {
            Ids.Named name = named.get(i);
            if (isReference(name)) {
                facts.add(new Reference(id, name.kind(), name.target(), task.source()));
            }
        }
    }

    /** "Optional: …" under "Before launch" is no condition of it. */
    private boolean isMust(Phrases.@Nullable Found<Meaning.Weight> own) {
        return own == null
                ? scope.must()
                : own.value().must() || (scope.must() && own.value().tier() != Tier.LOW);
    }

    /** A path without a line is a file of the task, and a link leads elsewhere. */
    private static boolean isReference(Ids.Named name) {
        return switch (name.kind()) {
            case ID, ISSUE, COMMIT -> true;
            case PATH -> !Ids.path(name.target()).equals(name.target());
            case LINK -> false;
        };
    }

    private static List<String> files(List<Ids.Named> named) {
        List<String> files = List.of();
        for (int i = 0; i < named.size(); i++) {
            Ids.Named name = named.get(i);
            if (name.kind() == ReferenceKind.PATH && files.size() < MOST_FILES) {
                files = files.isEmpty() ? new ArrayList<>(2) : files;
                files.add(Ids.path(name.target()));
            }
        }
        return files;
    }

    /** A path names a place, not a job: there, two sections that name it ask for two things. */
    private String fingerprint(String print, List<Ids.Named> named) {
        boolean place = !named.isEmpty()
                && named.get(0).kind() == ReferenceKind.PATH
                && named.get(0).start() < 3;
        String placed = place ? print + " @" + scope.sectionId() : print;
        String where = apart.isEmpty() ? placed : placed + apart;
        return scope.environment() == null ? where : where + " @" + scope.environment();
    }

    private WrittenState written(Vocabulary words) {
        String status = fields.get(Field.STATUS);
        WrittenState said = status == null || lead.box() ? null : Status.of(status, words);
        return said == null ? state : said;
    }

    private static TaskState taskState(WrittenState written) {
        return switch (written) {
            case OPEN, ACCEPTED -> TaskState.OPEN;
            case IN_PROGRESS -> TaskState.IN_PROGRESS;
            case BLOCKED -> TaskState.BLOCKED;
            case DEFERRED -> TaskState.DEFERRED;
            case DONE -> TaskState.DONE;
            case NOT_APPLICABLE -> TaskState.NOT_APPLICABLE;
        };
    }

    private static boolean hasReason(@Nullable String note, Vocabulary words) {
        return note != null && note.length() > 6 && words.states.whole(note) == null;
    }

    /** A weight that the item itself states in front: "MUST: …", "(P0)", "[critical]". */
    /** {@code Priority: P0 - blocks all that needs the database}: the first word of a field that rates the task. */
    private Phrases.@Nullable Found<Meaning.Weight> priority(Vocabulary words) {
        // How much a feature for later is wanted makes it no condition of now.
        String said = scope.tier() == Tier.LOW ? null : fields.get(Field.SEVERITY);
        return said == null ? null : words.weights.find(said.substring(0, Math.min(said.length(), LONGEST_RATING)), 0);
    }

    private static final int LONGEST_RATING = 24;

    private static Phrases.@Nullable Found<Meaning.Weight> ownWeight(String text, Vocabulary words) {
        int from = 0;
        while (from < text.length() && !Letters.isLetterOrDigit(text.charAt(from)) && text.charAt(from) < 0x2000) {
            from++;
        }
        Phrases.Found<Meaning.Weight> start = from < text.length() ? words.weights.at(text, from) : null;
        if (start != null && start.end() < text.length() && ":)]-—".indexOf(text.charAt(start.end())) >= 0) {
            return start;
        }
        if (text.endsWith(")")) {
            int open = text.lastIndexOf('(');
            Phrases.Found<Meaning.Weight> end = open < 0 ? null : words.weights.at(text, open + 1);
            if (end != null && end.end() >= text.length() - 1) {
                return end;
            }
        }
        return null;
    }

    private Proof proof(List<Ids.Named> named, @Nullable String note, String added) {
        String[] said = {
            note == null ? "" : note, parenthesised(lead.text()), added, fields.getOrDefault(Field.EVIDENCE, "")
        };
        boolean referenced = !named.isEmpty() || fields.containsKey(Field.EVIDENCE);
        String first = "";
        for (String part : said) {
            first = first.isEmpty() ? part.stripLeading() : first;
            referenced = referenced || Ids.hasDigit(part);
        }
        if (first.regionMatches(true, 0, "document", 0, 8) || first.regionMatches(true, 0, "dokument", 0, 8)) {
            return Proof.DOCUMENTED_ONLY;
        }
        return referenced ? Proof.REFERENCED : Proof.STATED;
    }

    private static String parenthesised(String text) {
        int open = text.indexOf('(') < 0 ? -1 : text.lastIndexOf('(');
        int close = open < 0 ? -1 : text.indexOf(')', open);
        return close < 0 ? "" : text.substring(open + 1, close);
    }
}
