package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.Field;

/** Labelled lines outside of entries: what they claim, and the day on which the document was written. */
final class LabelClaims {

    private final Vocabulary words;
    private final LineUse use;
    private final ClaimReader claimReader;
    private final Drafts drafts;

    LabelClaims(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
    }

    /** A labelled line outside of an entry: a status is a claim, anything else describes the document. */
    void read(Label label, Scope scope, Line line) {
        use.fact(line.number(), line.number());
        if (label.field() == Field.UPDATED
                || (label.field() == Field.SINCE && scope.path().size() <= 1)) {
            drafts.update(Dates.find(label.value()));
        }
        boolean telling = label.field() == Field.STATUS || isVerdict(label.name());
        if (!telling || scope.isSilent()) {
            return;
        }
        String text = Plain.of(label.value()).text();
        for (ClaimReader.Claimed claimed : claimReader.ofStatus(text)) {
            boolean document = scope.path().size() <= 1 || isVerdict(label.name()) || speaksOfAll(claimed.kind());
            drafts.claim(
                    claimed,
                    document ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                    scope.sectionId(),
                    label.name() + ": " + text,
                    line.number());
        }
    }

    private static boolean speaksOfAll(ClaimKind kind) {
        return kind == ClaimKind.READY || kind == ClaimKind.CONDITIONAL;
    }

    private boolean isVerdict(String name) {
        return words.claims.whole(name) == null && words.verdicts.whole(name) != null;
    }
}
