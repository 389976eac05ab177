package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;
import java.util.List;

/** Walks through the blocks of one document and drafts its items, claims and sections. One use, one thread. */
final class Extraction {

    private final Sheet sheet;
    private final Vocabulary words;
    private final Drafts drafts;
    private final List<Block> behind;
    private final Scope top;
    private final Part root;
    private final BodyReader bodies;
    private final PartReader parts;

    Extraction(Sheet sheet, Vocabulary words, List<Block> blocks) {
        Context context = new Context(sheet, words);
        this.sheet = sheet;
        this.words = words;
        drafts = context.drafts;
        int footer = new Footer(words, context.fieldLabels).start(blocks);
        behind = blocks.subList(footer, blocks.size());
        top = top(sheet, words);
        root = Part.tree(blocks.subList(0, footer));
        Shape shape = new Shape(context, root, top);
        RiskFields riskFields = new RiskFields(context);
        bodies = new BodyReader(context, shape, riskFields);
        parts = new PartReader(context, shape, riskFields, bodies);
    }

    /** What holds for lines above the first heading: what the document's name says. */
    private static Scope top(Sheet sheet, Vocabulary words) {
        return new Scope(
                sheet.name(),
                List.of(),
                Tier.NORMAL,
                false,
                null,
                null,
                family(sheet.name(), words),
                null,
                false,
                null);
    }

    private static Scope.Family family(String path, Vocabulary words) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Phrases.Found<SectionRole> role = words.roles.find(name, 0);
        if (role == null) {
            return Scope.Family.UNKNOWN;
        }
        return role.value() == SectionRole.RISKS
                ? Scope.Family.RISK
                : role.value() == SectionRole.TASKS ? Scope.Family.TASK : Scope.Family.UNKNOWN;
    }

    Drafts run() {
        drafts.introduce(root.body());
        bodies.read(root.body(), top, root.parts().isEmpty());
        for (Part part : root.parts()) {
            parts.read(part, top, null);
        }
        bodies.read(behind, top, false);
        drafts.risks.forEach(draft -> draft.tell(drafts.use, words));
        new Restated(words).settle(drafts.risks);
        summaries();
        return drafts;
    }

    /** What tables that sum up claim is known when all sections are. */
    private void summaries() {
        for (SummaryTable.Counted counted : new SummaryTable(words, drafts.sections).of(drafts.summaries)) {
            ClaimScope scope = counted.section() == null ? ClaimScope.DOCUMENT : ClaimScope.SECTION;
            String place = counted.section() == null ? sheet.name() : counted.section();
            drafts.claim(counted.claimed(), scope, place, counted.wording(), counted.line());
        }
    }
}
