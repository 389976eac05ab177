package dev.mitigauge.ingest;

import dev.mitigauge.facts.SectionRole;
import java.util.List;
import java.util.Locale;

/**
 * Whether a checklist with nothing ticked is a form: it says that it is used again and again, holds places to fill in, or has nothing to tick. Any
 * other is a list of work that nobody did.
 */
final class Forms {

    private static final int MOST_EMPTY = 2;

    private final Vocabulary words;

    Forms(Vocabulary words) {
        this.words = words;
    }

    boolean is(Drafts drafts, Sheet sheet) {
        return isChecklist(drafts)
                && (!Any.of(drafts.tasks, task -> task.lead.box())
                        || words.forms.find(drafts.introduction.toString(), 0) != null
                        || hasPlaces(sheet.lines()));
    }

    private boolean isChecklist(Drafts drafts) {
        String title = drafts.sections.isEmpty() ? "" : drafts.sections.get(0).title();
        String lower = title.toLowerCase(Locale.ROOT);
        List<Phrases.Found<SectionRole>> roles = words.roles.all(title);
        return roles.stream().anyMatch(found -> found.value() == SectionRole.TASKS)
                && roles.stream().noneMatch(found -> found.value() == SectionRole.OPEN)
                && !lower.contains("todo")
                && !lower.contains("to-do")
                && !lower.contains("remaining");
    }

    /** {@code Approver: ____}, {@code - Evidence:} with nothing behind it, and again. */
    private static boolean hasPlaces(List<String> lines) {
        int empty = 0;
        for (String line : lines) {
            String text = line.strip();
            boolean label = text.startsWith("- ") && text.endsWith(":") && !text.startsWith("- [");
            empty += label ? 1 : 0;
            if (empty > MOST_EMPTY || text.contains("___")) {
                return true;
            }
        }
        return false;
    }
}
