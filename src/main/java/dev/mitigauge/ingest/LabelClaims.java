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
    private final SignOffs signOffs;

    LabelClaims(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
        this.signOffs = new SignOffs(context);
    }

    /** A labelled line outside of an entry: a status is a claim, anything else describes the document. */
    void read(Label label, Scope scope, Line line) {
        use.fact(line.number(), line.number());
        if (label.field() == Field.UPDATED
                || (label.field() == Field.SINCE && scope.path().size() <= 1)) {
            drafts.update(Dates.find(label.value()));
        }
        boolean verdict = isVerdict(label.name());
        boolean telling = label.field() == Field.STATUS || verdict;
        if (scope.isSilent() || (!telling && !isSigned(label.name()))) {
            return;
        }
        String text = Plain.of(label.value()).text();
        if (!telling) {
            signOffs.answer(label.name(), text, line.number(), scope);
            return;
        }
        for (ClaimReader.Claimed claimed : verdict ? claimReader.ofVerdict(text) : claimReader.ofStatus(text)) {
            boolean document = scope.path().size() <= 1 || verdict || speaksOfAll(claimed.kind());
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
        return words.claims.whole(name) == null
                && (words.verdicts.whole(name) != null || endsWith(words.decisions, name));
    }

    private boolean isSigned(String name) {
        return endsWith(words.signatures, name);
    }

    /** Whether the last of a label's words is one of these. */
    private static boolean endsWith(Phrases<Field> phrases, String name) {
        boolean unspaced = !name.isEmpty() && Phrases.unspaced(name.charAt(name.length() - 1));
        int from = unspaced ? Math.max(0, name.length() - 2) : name.lastIndexOf(' ') + 1;
        Phrases.Found<Field> last = from < name.length() ? phrases.at(name, from) : null;
        return last != null && last.end() == name.length();
    }
}
