package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.WrittenState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a table of totals claims of the sections that its rows name: {@code | Phase 1 | 9 | 8 | 1 |} below "Total", "Done" and
 * "Remaining". Rows that name no section claim nothing: nobody knows what they count.
 */
final class SummaryTable {

    private static final int MOST_DIGITS = 4;
    private static final String TOTAL = "total";

    /**
     * What a row claims.
     *
     * @param section id of the section, null for the whole document
     */
    record Counted(ClaimReader.Claimed claimed, @Nullable String section, String wording, int line) {}

    private record Columns(int total, int done, int open) {}

    private final Vocabulary words;
    private final List<Section> sections;

    SummaryTable(Vocabulary words, List<Section> sections) {
        this.words = words;
        this.sections = sections;
    }

    List<Counted> of(List<Block.Table> tables) {
        List<Counted> all = new ArrayList<>(0);
        // Most documents have no such table.
        Map<String, String> ids = tables.isEmpty() ? Map.of() : ids();
        for (Block.Table table : tables) {
            Columns columns = columns(table.header());
            if (columns.done() > 0 && (columns.total() > 0 || columns.open() > 0)) {
                table.rows().forEach(row -> row(row, columns, ids, all));
            }
        }
        return all;
    }

    /** Ids of the sections by what they are called. */
    private Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        for (Section section : sections) {
            // Two sections of one name are told apart by nothing that a row says.
            ids.merge(Fingerprint.of(section.title()), section.id(), (first, second) -> "");
        }
        return ids;
    }

    private Columns columns(Block.Row header) {
        int total = -1;
        int done = -1;
        int open = -1;
        for (int i = 1; i < header.cells().size(); i++) {
            String name = Plain.of(TableReader.cell(header, i)).text();
            WrittenState state = words.states.whole(name);
            if (state == WrittenState.DONE) {
                done = i;
            } else if (state == WrittenState.OPEN || words.claims.whole(name) == ClaimKind.REMAINING) {
                open = i;
            } else if (Fingerprint.of(name).equals(TOTAL)) {
                total = i;
            }
        }
        return new Columns(total, done, open);
    }

    private static void row(Block.Row row, Columns columns, Map<String, String> ids, List<Counted> all) {
        String name = Plain.of(TableReader.cell(row, 0)).text();
        String print = Fingerprint.of(name);
        boolean whole = print.equals(TOTAL);
        String section = ids.getOrDefault(print, "");
        Integer done = number(row, columns.done());
        Integer total = columns.total() > 0 ? number(row, columns.total()) : sum(done, number(row, columns.open()));
        if ((whole || !section.isEmpty()) && done != null && total != null && total > 0 && done <= total) {
            all.add(new Counted(
                    new ClaimReader.Claimed(ClaimKind.TOTAL, done, total),
                    whole ? null : section,
                    name + ": " + done + " of " + total,
                    row.line()));
        }
    }

    private static @Nullable Integer sum(@Nullable Integer done, @Nullable Integer open) {
        return done == null || open == null ? null : Integer.valueOf(done + open);
    }

    private static @Nullable Integer number(Block.Row row, int column) {
        String text = Plain.of(TableReader.cell(row, column)).text().strip();
        boolean number =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.valueOf(text) : null;
    }
}
