package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A risk while its lines are being read: what was found under each label, in the order of the document. */
final class RiskDraft {

    /**
     * Words under a label, with the line they stand in.
     *
     * @param raw the same with its marks
     */
    record Value(Plain plain, String raw, int line, int endLine, boolean listed) {

        String text() {
            return plain.text();
        }
    }

    final Title title;
    final Scope scope;
    final int line;
    int endLine;
    boolean left;

    /** What sets it apart from another entry that is called the same, empty if nothing need do so. */
    String apart = "";

    @Nullable
    WrittenState marked;

    final Map<Field, List<Value>> fields = new EnumMap<>(Field.class);
    final List<Value> prose = new ArrayList<>();

    RiskDraft(Title title, @Nullable WrittenState marked, Scope scope, int line, int endLine) {
        this.title = title;
        this.marked = marked;
        this.scope = scope;
        this.line = line;
        this.endLine = endLine;
    }

    /** A label such as "Deferred" inside the entry: part of it is left although the rest may be done. */
    void leaves(@Nullable WrittenState part) {
        left |= part == WrittenState.DEFERRED || part == WrittenState.OPEN;
    }

    void add(@Nullable Field field, String raw, int at, boolean listed) {
        add(field, raw, at, at, listed);
    }

    void add(@Nullable Field field, String raw, int at, int to, boolean listed) {
        endLine = Math.max(endLine, to);
        if (raw.isBlank()) {
            return;
        }
        List<Value> values = field == null ? prose : fields.computeIfAbsent(field, key -> new ArrayList<>(1));
        values.add(new Value(Plain.of(raw), raw, at, to, listed));
    }

    /** Tells of which lines something was made: all under known labels, and of the prose what says what is wrong or leads somewhere. */
    void tell(LineUse use, Vocabulary words) {
        fields.values().forEach(values -> values.forEach(value -> use.fact(value.line(), value.endLine())));
        boolean first = !has(Field.ERROR);
        for (Value value : prose) {
            if (first || leads(value.plain(), words)) {
                use.fact(value.line(), value.endLine());
            }
            first = false;
        }
    }

    private static boolean leads(Plain plain, Vocabulary words) {
        return !Ids.all(plain).isEmpty()
                || words.assumptions.find(plain.text(), 0) != null
                || words.tenses.find(plain.text(), 0) != null;
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** The words that name it: the id and the title's letters and digits. */
    String fingerprint() {
        return (title.id() == null || title.id().startsWith("#") ? "" : title.id() + " ")
                + Fingerprint.of(title.text())
                + apart;
    }

    @Nullable
    WrittenState writtenState(Vocabulary words) {
        List<Value> values = fields.get(Field.STATUS);
        if (values == null) {
            return null;
        }
        // A risk that is "active" is no more settled than an account that is.
        WrittenState ofRisk = words.riskStates.whole(values.get(0).text());
        return ofRisk != null ? ofRisk : Status.ofRisk(values.get(0).raw(), words);
    }

    @Nullable
    String text(Field field) {
        List<Value> values = fields.get(field);
        if (values == null) {
            return null;
        }
        if (values.size() == 1) {
            return values.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (Value value : values) {
            text.append(text.length() == 0 ? "" : " ").append(value.text());
        }
        return text.toString();
    }
}
