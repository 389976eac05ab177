package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;

/** Rows that are no items and claim something: labels of the document, verdicts on environments. */
final class StatedRows {

    private final Vocabulary words;
    private final LineUse use;
    private final ClaimReader claimReader;
    private final Drafts drafts;
    private final LabelClaims labelClaims;

    StatedRows(Context context, LabelClaims labelClaims) {
        this.words = context.words;
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
        this.labelClaims = labelClaims;
    }

    /** What holds in production holds for the document; what holds elsewhere, only there. */
    void verdict(Block.Row row, Scope scope) {
        use.fact(row.line(), row.line());
        String environment = Plain.of(TableReader.cell(row, 0)).text();
        String key = words.environments.whole(environment);
        boolean production = "production".equals(key) || "mainnet".equals(key);
        for (int column = 1; column < row.cells().size(); column++) {
            String text = Plain.of(TableReader.cell(row, column)).text();
            for (ClaimReader.Claimed claimed : claimReader.ofStatus(text)) {
                drafts.claim(
                        claimed,
                        production ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                        scope.sectionId(),
                        environment + ": " + text,
                        row.line());
            }
        }
    }

    /** A table of labels outside of an entry describes the document; a status in it is a claim. */
    void labels(Block.Table table, Scope scope) {
        for (Block.Row row : table.rows()) {
            String name = Plain.of(TableReader.cell(row, 0)).text();
            labelClaims.read(
                    new Label(name, Label.field(name, words, false), TableReader.cell(row, 1), true),
                    scope,
                    new Line(TableReader.cell(row, 1), row.line()));
        }
    }
}
