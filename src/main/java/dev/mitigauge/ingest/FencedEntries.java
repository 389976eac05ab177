package dev.mitigauge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers that stand in a fence: {@code RISK-01: title} at the margin, and what is told of it below. */
final class FencedEntries {

    private final Vocabulary words;
    private final LineUse use;
    private final Drafts drafts;
    private final RiskFields riskFields;
    private final FencedLines fences;

    FencedEntries(Context context, RiskFields riskFields) {
        this.words = context.words;
        this.use = context.use;
        this.drafts = context.drafts;
        this.riskFields = riskFields;
        this.fences = context.fences;
    }

    boolean stand(List<Block> body) {
        return Any.of(body, this::are);
    }

    /** Whether all that stands at the margin of a fence are entries, rules and a title in capitals. */
    boolean are(Block block) {
        if (!FencedLines.isFence(block)) {
            return false;
        }
        int entries = 0;
        for (Line line : fences.typed(block)) {
            boolean entry = isEntry(line);
            if (!entry && isAtMargin(line) && !isDecoration(line.raw())) {
                return false;
            }
            entries += entry ? 1 : 0;
        }
        return entries > 0;
    }

    void read(Block fence, Scope scope) {
        use.structure(fence.line(), fence.endLine());
        RiskDraft draft = null;
        List<Line> told = new ArrayList<>();
        for (Line line : fences.typed(fence)) {
            if (isEntry(line)) {
                fill(draft, told, scope);
                told = new ArrayList<>();
                Lead lead = line.lead(words);
                draft = new RiskDraft(Title.of(lead.text()), lead.trailing(), scope, line.number(), line.number());
                drafts.risks.add(draft);
                use.fact(line.number(), line.number());
            } else if (draft != null && !isDecoration(line.raw())) {
                told.add(line);
            }
        }
        fill(draft, told, scope);
    }

    private void fill(@Nullable RiskDraft draft, List<Line> told, Scope scope) {
        if (draft != null) {
            riskFields.fill(draft, FencedLines.blocks(told), scope, null);
        }
    }

    private static boolean isEntry(Line line) {
        String text = line.raw();
        if (!isAtMargin(line) || !Ids.hasDigit(text)) {
            return false;
        }
        Title title = Title.of(text);
        String id = title.id();
        boolean named = id != null && text.startsWith(id) && title.text().length() > id.length();
        return named
                && id != null
                && ":—–-|".indexOf(text.substring(id.length()).strip().charAt(0)) >= 0;
    }

    private static boolean isAtMargin(Line line) {
        return !line.raw().isBlank() && line.raw().charAt(0) > ' ';
    }

    /** A rule of signs, or a title in capitals. */
    private static boolean isDecoration(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i)) || text.charAt(i) == ':') {
                return false;
            }
        }
        return !text.isBlank();
    }
}
