package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.Section;
import dev.mitigauge.facts.SectionRole;
import dev.mitigauge.facts.Tier;

/** What headings claim of their section or of the document. */
final class HeadingClaims {

    private final ClaimReader claimReader;
    private final Drafts drafts;

    HeadingClaims(Context context) {
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
    }

    void read(HeadingWords said, Block.Heading heading, Section section, Scope scope) {
        if (scope.isSilent() || scope.isRestating() || scope.tier() == Tier.ARCHIVE) {
            return;
        }
        boolean document = heading.level() == 1;
        if (scope.role() == SectionRole.NO_GO || isGoNoGo(said.text())) {
            return;
        }
        for (ClaimReader.Claimed claimed : claimReader.ofHeading(said.text(), said.begun())) {
            drafts.claim(
                    claimed,
                    document ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                    section.id(),
                    said.text(),
                    heading.line());
        }
    }

    /** "Go / no-go": a question, and no answer to it. */
    private static boolean isGoNoGo(String text) {
        for (int i = 0; i + 7 < text.length(); i++) {
            if ((text.charAt(i) | ' ') == 'g' && (text.charAt(i + 1) | ' ') == 'o') {
                return Fingerprint.of(text).contains("go no go");
            }
        }
        return false;
    }
}
