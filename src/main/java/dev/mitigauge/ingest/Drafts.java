package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.StatusClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in one document so far: items, claims and sections, in the order in which they stand. */
final class Drafts {

    private final Sheet sheet;
    final LineUse use;
    final List<Section> sections = new ArrayList<>();
    final List<TaskDraft> tasks = new ArrayList<>();
    final List<RiskDraft> risks = new ArrayList<>();
    final List<StatusClaim> claims = new ArrayList<>();
    /** Tables that sum up what stands elsewhere, which is known when all is read. */
    final List<Block.Table> summaries = new ArrayList<>(0);
    /** What stands before the first deeper heading: where a register says by which protocol it is kept. */
    final StringBuilder introduction = new StringBuilder();

    boolean hasTemplate;

    private @Nullable LocalDate updated;

    Drafts(Sheet sheet) {
        this.sheet = sheet;
        this.use = new LineUse(sheet);
    }

    int items() {
        return tasks.size() + risks.size();
    }

    void claim(ClaimReader.Claimed claimed, ClaimScope scope, String section, String wording, int line) {
        claims.add(new StatusClaim(
                sheet.name() + "!" + (claims.size() + 1),
                scope,
                scope == ClaimScope.DOCUMENT ? sheet.name() : section,
                claimed.kind(),
                claimed.amount(),
                claimed.total(),
                Dates.find(wording),
                wording.length() > 200 ? wording.substring(0, 200) : wording,
                sheet.source(line, line)));
    }

    void introduce(List<Block> body) {
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                paragraph
                        .lines()
                        .forEach(line -> introduction.append(line.raw()).append(' '));
            }
        }
    }

    /** A day on which the document says that it was written: the last one counts. */
    void update(@Nullable LocalDate day) {
        if (day != null && (updated == null || day.isAfter(updated))) {
            updated = day;
        }
    }

    /** The day on which the document says that it was written last, null if it says none. */
    @Nullable
    LocalDate updated() {
        return updated;
    }

    /** Whether a heading says of tasks that they are open: then nobody forgot to tick them. */
    boolean saysOpen() {
        return Any.of(tasks, task -> task.scope.ownRole() && task.scope.role() == SectionRole.OPEN);
    }
}
