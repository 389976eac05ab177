package dev.mitigauge.ingest;

import dev.mitigauge.facts.Field;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a table speak of, and so whether its rows are items, labels or neither. */
final class TableReader {

    /** What a table is. */
    enum Kind {
        RISKS,
        TASKS,
        /** First column labels, second column values. */
        LABELS,
        /** Counts, scores and what ratings mean: nothing in it is an item, and it is known why. */
        SCALE,
        /** What is decided for each environment. */
        VERDICTS,
        /** Nothing in it is an item. */
        NONE
    }

    private static final Set<Field> ONLY_RISKS = EnumSet.of(
            Field.RISK,
            Field.SEVERITY,
            Field.LIKELIHOOD,
            Field.IMPACT,
            Field.MITIGATION,
            Field.REASON,
            Field.ACCEPTED_BY,
            Field.ERROR);

    private final Vocabulary words;
    private final ClaimReader claims;
    private final Scales scales;

    TableReader(Vocabulary words) {
        this.words = words;
        this.claims = new ClaimReader(words);
        this.scales = new Scales(words);
    }

    /**
     * A table with what its columns speak of.
     *
     * @param title column that names the item, -1 if none does
     * @param both column that is to hold the reason and what is in place, -1 if there is none
     */
    record Columns(Kind kind, List<@Nullable Field> fields, int title, int id, int status, int both) {}

    Columns read(Block.Table table, Scope scope) {
        List<@Nullable Field> fields = new ArrayList<>();
        for (String cell : table.header().cells()) {
            fields.add(Label.field(Plain.of(cell).text(), words, false));
        }
        rate(table, fields);
        if (isLabels(table)) {
            return new Columns(Kind.LABELS, fields, -1, -1, -1, -1);
        }
        int id = fields.indexOf(Field.ID);
        int status = fields.indexOf(Field.STATUS);
        if (status >= 0 && isTold(table, status)) {
            fields.set(status, Field.NOTE);
            status = -1;
        }
        if (status < 0) {
            status = added(table, fields);
        }
        if (status < 0) {
            status = marked(table, id);
            if (status >= 0 && fields.get(status) == null) {
                fields.set(status, Field.STATUS);
            }
        }
        int control = id == 0 ? 1 : 0;
        if (status < 0 && control < fields.size() - 1 && isControls(fields, control, fields.size() - 1)) {
            status = told(table, control + 1);
        }
        if (isControls(fields, control, status)) {
            fields.set(control, Field.TITLE);
        }
        int title = title(table, fields, status, id);
        return new Columns(kind(table, fields, title, id, status, scope), fields, title, id, status, both(table));
    }

    /** "P | I": letters that head ratings if there is one for the likelihood and one for the impact. */
    private void rate(Block.Table table, List<@Nullable Field> fields) {
        List<@Nullable Field> letters = new ArrayList<>();
        for (String cell : table.header().cells()) {
            letters.add(
                    cell.length() > LONGEST_LETTER
                            ? null
                            : words.columns.whole(Plain.of(cell).text()));
        }
        if (letters.contains(Field.LIKELIHOOD) && letters.contains(Field.IMPACT)) {
            for (int column = 0; column < letters.size(); column++) {
                fields.set(column, letters.get(column) == null ? fields.get(column) : letters.get(column));
            }
        }
    }

    private static final int LONGEST_LETTER = 12;

    /** "Control | Threshold | Status": controls that are to be in place, and no column that tells against what. */
    private static boolean isControls(List<@Nullable Field> fields, int first, int status) {
        Set<Field> risks = EnumSet.copyOf(ONLY_RISKS);
        risks.add(Field.TITLE);
        risks.removeIf(field -> !fields.contains(field));
        return status > first && fields.get(first) == Field.MITIGATION && risks.equals(Set.of(Field.MITIGATION));
    }

    /** "Control | Build": the column that tells of some controls that they are done, and of the others what is to be built; -1 if none does. */
    private int told(Block.Table table, int from) {
        for (int column = from; column < table.header().cells().size(); column++) {
            int done = 0;
            for (Block.Row row : table.rows()) {
                done += Status.atStart(cell(row, column), words) == WrittenState.DONE ? 1 : 0;
            }
            if (done > 1 && done * 3 >= table.rows().size()) {
                return column;
            }
        }
        return -1;
    }

    /** "Done | What is missing": a column that is headed by a state and tells what is in that state gives no state to its rows. */
    private boolean isTold(Block.Table table, int status) {
        if (words.states.whole(Plain.of(table.header().cells().get(status)).text()) == null) {
            return false;
        }
        int told = 0;
        for (Block.Row row : table.rows()) {
            told += Plain.of(cell(row, status)).text().length() > LONGEST_STATE ? 1 : 0;
        }
        return told * 2 >= table.rows().size() && told > 0;
    }

    private static final int LONGEST_STATE = 24;

    /** The column of ratings that are to hold the status, too: "Severity / status"; -1 if there is none. */
    private int added(Block.Table table, List<@Nullable Field> fields) {
        for (int column = 0; column < fields.size(); column++) {
            if (fields.get(column) == Field.SEVERITY
                    && Label.adds(Plain.of(table.header().cells().get(column)).text(), Field.STATUS, words)) {
                return column;
            }
        }
        return -1;
    }

    private int both(Block.Table table) {
        for (int column = 0; column < table.header().cells().size(); column++) {
            boolean reason = false;
            boolean controls = false;
            for (Phrases.Found<Field> found : words.fields.all(
                    Plain.of(table.header().cells().get(column)).text())) {
                reason |= found.value() == Field.REASON;
                controls |= found.value() == Field.MITIGATION;
            }
            if (reason && controls) {
                return column;
            }
        }
        return -1;
    }

    private Kind kind(Block.Table table, List<@Nullable Field> fields, int title, int id, int status, Scope scope) {
        if (isVerdicts(table)) {
            return Kind.VERDICTS;
        }
        if (status < 0 && !isPlan(scope) && isHistory(table, fields)) {
            return Kind.SCALE;
        }
        if (title < 0) {
            return Kind.NONE;
        }
        if (scales.isScale(table, title) || Scales.isLevels(fields) || scales.isBands(table, fields)) {
            return Kind.SCALE;
        }
        Set<Field> known = EnumSet.noneOf(Field.class);
        fields.forEach(field -> {
            if (field != null) {
                known.add(field);
            }
        });
        Set<Field> risky = EnumSet.copyOf(ONLY_RISKS);
        risky.retainAll(known);
        boolean explicit =
                known.contains(Field.TITLE) || known.contains(Field.ERROR) || id >= 0 || known.contains(Field.RISK);
        boolean gate = status >= 0
                && words.gates.whole(Plain.of(cell(table.header(), title)).text()) != null;
        if ((!gate && scales.isTally(table, fields))
                || (!gate && risky.size() < 2 && (Scales.isCounted(table, fields) || Scales.isScored(table, title)))) {
            return Kind.SCALE;
        }
        if (known.contains(Field.VALUE) && status < 0 && risky.isEmpty()) {
            return Kind.SCALE;
        }
        if (isInventory(table, title) && EnumSet.of(Field.SEVERITY).containsAll(risky)) {
            return Kind.SCALE;
        }
        // A list of debts stands in many a document that keeps no register: that it is there tells nothing of other
        // lists.
        boolean listed = !scope.path().isEmpty() && !scope.must() && scope.tier() != Tier.LOW;
        if (listed && known.contains(Field.REASON) && isEntry(table, fields.indexOf(Field.TITLE))) {
            return Kind.RISKS;
        }
        if (scope.family() == Scope.Family.RISK && (explicit || risky.size() >= 2 || status >= 0)) {
            return Kind.RISKS;
        }
        if (known.contains(Field.MITIGATION)
                || known.contains(Field.LIKELIHOOD)
                || (known.contains(Field.SEVERITY) && status < 0 && (explicit || known.contains(Field.REASON)))) {
            return isLater(risky, scope) ? Kind.TASKS : Kind.RISKS;
        }
        if (known.contains(Field.REASON) && known.contains(Field.REVIEW)) {
            return Kind.RISKS;
        }
        boolean settledBySection = scope.defaultState() != null && (scope.ownRole() || scope.isOpen()) && explicit;
        boolean planned = scope.family() == Scope.Family.TASK
                && known.contains(Field.TITLE)
                && (known.contains(Field.OWNER) || known.contains(Field.EFFORT) || known.contains(Field.REVIEW));
        return status >= 0 || settledBySection || planned ? Kind.TASKS : Kind.NONE;
    }

    /** "Vendor | Risk level": what there is, rated; nothing in it was put off. */
    private boolean isInventory(Block.Table table, int title) {
        return words.inventories.whole(
                        Plain.of(table.header().cells().get(title)).text())
                != null;
    }

    /** "Layer | Change": what was done, and nothing that rates it or gives a reason. */
    private boolean isHistory(Block.Table table, List<@Nullable Field> fields) {
        return Collections.disjoint(ONLY_RISKS, fields)
                && Any.of(
                        table.header().cells(),
                        cell -> words.histories.whole(Plain.of(cell).text()) != null);
    }

    /** Where something is still to be done, a change is what is asked for. */
    private static boolean isPlan(Scope scope) {
        return scope.role() == SectionRole.TASKS || scope.isOpen();
    }

    /** "Debt | Why deferred": the column is called like an entry of a register. */
    private boolean isEntry(Block.Table table, int title) {
        return title >= 0
                && words.numbered.whole(
                                Plain.of(table.header().cells().get(title)).text())
                        == SectionRole.RISKS;
    }

    /** Features with a priority under "After launch" are plans: how much they are wanted is no severity. */
    private static boolean isLater(Set<Field> risky, Scope scope) {
        boolean plans = scope.role() == SectionRole.TASKS || scope.role() == SectionRole.OPEN;
        return plans && scope.tier() == Tier.LOW && risky.equals(Set.of(Field.SEVERITY));
    }

    /** "Mainnet | NO-GO": the first cells are environments and nothing else, and a cell of each row is a claim. */
    private boolean isVerdicts(Block.Table table) {
        int environments = 0;
        for (Block.Row row : table.rows()) {
            if (words.environments.whole(Plain.of(cell(row, 0)).text()) == null) {
                return false;
            }
            boolean claimed = false;
            for (int column = 1; column < row.cells().size(); column++) {
                String text = Plain.of(row.cells().get(column)).text();
                claimed |= text.length() < LONGEST_VERDICT
                        && !claims.ofStatus(text).isEmpty();
            }
            environments += claimed ? 1 : 0;
        }
        return environments > 0 && environments == table.rows().size();
    }

    private static final int LONGEST_VERDICT = 60;

    /** "Owner | Alice": at least half of the first cells are labels, and the header is none. */
    boolean isLabels(Block.Table table) {
        if (table.header().cells().size() != 2 || table.rows().isEmpty()) {
            return false;
        }
        int labels = 0;
        for (Block.Row row : table.rows()) {
            labels += row.cells().isEmpty()
                            || Label.field(Plain.of(row.cells().get(0)).text(), words, false) == null
                    ? 0
                    : 1;
        }
        return labels >= 2 && labels * 2 >= table.rows().size();
    }

    /** The column most of whose cells are a state and nothing else, or begin with a state's mark; -1 if there is none. */
    private int marked(Block.Table table, int id) {
        int best = -1;
        int most = 0;
        int columns = 0;
        for (int column = 0; column < table.header().cells().size(); column++) {
            int states = 0;
            int filled = 0;
            for (Block.Row row : table.rows()) {
                String cell = cell(row, column);
                filled += cell.isBlank() || isNothing(cell) ? 0 : 1;
                states += isState(cell) ? 1 : 0;
            }
            if (column != id && states > 0 && states * 2 > filled) {
                columns++;
                best = states > most ? column : best;
                most = Math.max(states, most);
            }
        }
        // Marks in several columns say for which level or environment a row counts, not whether it is done.
        return columns > 1 ? boxed(table, id) : best;
    }

    /** Of several columns of marks the one that holds nothing but boxes: what stands beside it is what came of the check. */
    private int boxed(Block.Table table, int id) {
        int only = -1;
        for (int column = 0; column < table.header().cells().size(); column++) {
            int at = column;
            if (column != id && !Any.of(table.rows(), row -> !isBox(cell(row, at)))) {
                if (only >= 0) {
                    return -1;
                }
                only = column;
            }
        }
        return only;
    }

    private boolean isBox(String cell) {
        String text = cell.strip();
        return !text.isEmpty() && "[☐☑☒".indexOf(text.charAt(0)) >= 0 && words.states.whole(text) != null;
    }

    private boolean isNothing(String cell) {
        return words.states.whole(Plain.of(cell).text()) == WrittenState.NOT_APPLICABLE;
    }

    private boolean isState(String cell) {
        String text = Plain.of(cell).text();
        if (text.isEmpty() || isNothing(cell)) {
            return false;
        }
        boolean mark = !Character.isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '`' && text.charAt(0) != '-';
        Phrases.Found<WrittenState> found = mark ? words.states.at(text, 0) : null;
        return found != null || words.states.whole(text) != null;
    }

    /** Whether the first cell of a column is a number and nothing else: rows are counted there, not named. */
    private static boolean isCount(Block.Table table, int column) {
        return !table.rows().isEmpty()
                && Scales.isNumber(Plain.of(cell(table.rows().get(0), column)).text());
    }

    private static int title(Block.Table table, List<@Nullable Field> fields, int status, int id) {
        for (Field wanted : List.of(Field.TITLE, Field.ERROR, Field.RISK)) {
            int at = fields.indexOf(wanted);
            if (at >= 0) {
                return at;
            }
        }
        for (int column = 0; column < fields.size(); column++) {
            if (column != status && column != id && fields.get(column) == null) {
                return column;
            }
        }
        for (Field wanted : List.of(Field.FILE, Field.CATEGORY)) {
            int at = fields.indexOf(wanted);
            if (at >= 0) {
                return at;
            }
        }
        int approach = fields.indexOf(Field.APPROACH);
        return approach >= 0 && (id < 0 || isCount(table, id)) ? approach : id;
    }

    static String cell(Block.Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }
}
