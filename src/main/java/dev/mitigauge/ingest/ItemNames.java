package dev.mitigauge.ingest;

import java.util.HashMap;
import java.util.Map;

/** Gives each item an id that no other item of the assessment has. One use, one thread. */
final class ItemNames {

    private final Map<String, Integer> taken = new HashMap<>();

    /** @param taken how many tasks of the document have their id of each line: no other id looks like one of these */
    String task(Sheet sheet, TaskDraft draft, int[] taken) {
        String id = draft.title.id();
        if (id != null && !id.startsWith("#") && !draft.title.text().isBlank()) {
            return unique(id);
        }
        int line = sheet.origin(draft.line - 1);
        int count = ++taken[line];
        return sheet.name() + ":" + line + (count == 1 ? "" : "-" + count);
    }

    String risk(RiskDraft draft) {
        String id = draft.title.id();
        return unique(id != null ? id : slug(draft.title.text()));
    }

    /** Whether a line is nothing but the id of a risk: a table that restates the register. */
    boolean isRisk(Title title) {
        return title.id() != null && title.text().equals(title.id()) && taken.containsKey(title.id());
    }

    private String unique(String id) {
        int count = taken.merge(id, 1, Integer::sum);
        return count == 1 ? id : unique(id + "-" + count);
    }

    /** The first words of a title: an id that survives when lines move. */
    private static String slug(String title) {
        String print = Fingerprint.of(title);
        int end = 0;
        for (int word = 0; word < 6 && end < print.length(); word++) {
            int space = print.indexOf(' ', end + 1);
            end = space < 0 ? print.length() : space;
        }
        String slug = print.substring(0, end).replace(' ', '-');
        return slug.isEmpty() ? "risk" : slug;
    }
}
