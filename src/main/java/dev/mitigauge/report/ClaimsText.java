package dev.mitigauge.report;

import dev.mitigauge.assessment.Assessment;
import java.util.Comparator;
import java.util.List;

/** What the documents say of themselves, held against their bodies; contradicted claims first. */
final class ClaimsText {

    private static final int SHOWN = 10;
    private static final int[] COLUMNS = {2};
    private static final int TEXT = 20;

    private ClaimsText() {}

    static void write(List<Assessment.Claim> claims, Page page) {
        if (claims.isEmpty()) {
            return;
        }
        page.heading("Claims, held against the body");
        claims.stream()
                .sorted(Comparator.comparing(claim -> !claim.contradicted()))
                .limit(SHOWN)
                .forEach(claim -> write(page, claim));
        if (claims.size() > SHOWN) {
            page.line(2, Span.faint("and " + (claims.size() - SHOWN) + " more; the format json lists all"));
        }
    }

    private static void write(Page page, Assessment.Claim claim) {
        Span held = claim.contradicted() ? new Span("contradicted", Span.Style.BAD) : Span.plain("not contradicted");
        page.row(
                COLUMNS,
                new Span[] {held},
                TEXT,
                Span.plain("“" + claim.wording() + "”" + (claim.date() == null ? "" : " of " + claim.date())),
                Span.faint("(" + claim.source().at() + ")"));
    }
}
