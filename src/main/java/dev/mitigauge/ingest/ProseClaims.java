package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import java.util.List;

/** What sentences in prose claim. */
final class ProseClaims {

    private final LineUse use;
    private final ClaimReader claimReader;
    private final Drafts drafts;

    ProseClaims(Context context) {
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
    }

    /** Prose claims something only if it is short and about the whole: "The system is production-ready." */
    void read(Lead lead, Scope scope, Line line) {
        String text = lead.plain().text();
        for (String sentence : text.length() > 600 ? List.<String>of() : Sentences.of(text)) {
            if (sentence.length() <= 160) {
                for (ClaimReader.Claimed claimed : claimReader.of(sentence)) {
                    boolean telling = claimed.kind() == ClaimKind.READY
                            || claimed.kind() == ClaimKind.CONDITIONAL
                            || (claimed.kind() == ClaimKind.NOT_READY && lead.state() != null);
                    if (telling && !scope.isRestating()) {
                        drafts.claim(claimed, ClaimScope.DOCUMENT, scope.sectionId(), sentence, line.number());
                        use.fact(line.number(), line.number());
                    } else if (claimed.kind() == ClaimKind.NO_CRITICALS && !scope.isSilent()) {
                        drafts.claim(claimed, scopeOf(scope), scope.sectionId(), sentence, line.number());
                        use.fact(line.number(), line.number());
                    }
                }
            }
        }
    }

    /** What stands below the title speaks of the document, what stands below another heading of its section. */
    private static ClaimScope scopeOf(Scope scope) {
        return scope.path().size() <= 1 ? ClaimScope.DOCUMENT : ClaimScope.SECTION;
    }
}
