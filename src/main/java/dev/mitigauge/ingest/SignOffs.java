package dev.mitigauge.ingest;

import dev.mitigauge.facts.ClaimKind;
import dev.mitigauge.facts.ClaimScope;
import dev.mitigauge.facts.WrittenState;
import java.util.List;

/**
 * What people answered who were asked to sign: "QA: not ready". A place for an answer that holds none says nothing, and one who agrees does not
 * speak for all; but one who refuses holds the release.
 */
final class SignOffs {

    private final Vocabulary words;
    private final LineUse use;
    private final ClaimReader claimReader;
    private final Drafts drafts;

    SignOffs(Context context) {
        this.words = context.words;
        this.use = context.use;
        this.claimReader = context.claimReader;
        this.drafts = context.drafts;
    }

    void read(List<Block> body, Scope scope) {
        for (Block block : body) {
            if (block instanceof Block.Paragraph paragraph) {
                paragraph.lines().forEach(line -> labelled(line, scope));
            } else if (block instanceof Block.Bullets list) {
                list.items().forEach(item -> read(item.children(), scope));
            } else if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row(row, scope));
            }
        }
    }

    private void labelled(Line line, Scope scope) {
        Label label = line.label(words);
        String text = line.plain().text();
        int colon = text.indexOf(':');
        if (label != null) {
            answer(label.name(), Plain.of(label.value()).text(), line.number(), scope);
        } else if (colon > 0) {
            answer(text.substring(0, colon), text.substring(colon + 1).strip(), line.number(), scope);
        }
    }

    private void row(Block.Row row, Scope scope) {
        String name = Plain.of(TableReader.cell(row, 0)).text();
        for (int column = 1; column < row.cells().size(); column++) {
            answer(name, Plain.of(TableReader.cell(row, column)).text(), row.line(), scope);
        }
    }

    /** What stands behind the name of one who is to sign. */
    void answer(String name, String text, int line, Scope scope) {
        Lead lead = Lead.of(Plain.of(text), words);
        if (lead.box() && lead.state() != WrittenState.DONE) {
            return;
        }
        for (ClaimReader.Claimed claimed : claimReader.ofAnswer(text)) {
            boolean refused = claimed.kind() == ClaimKind.NOT_READY;
            drafts.claim(
                    claimed,
                    refused ? ClaimScope.DOCUMENT : ClaimScope.SECTION,
                    scope.sectionId(),
                    name + ": " + text,
                    line);
            use.fact(line, line);
        }
    }
}
